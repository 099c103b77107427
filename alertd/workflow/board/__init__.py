"""What the console and the API show, and what a release came to in the end."""
