"""What is done to an installation: one kind of misfortune a module."""
