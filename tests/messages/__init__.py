"""What people read: rendered for every channel, split and never cut, marked in a drill."""
