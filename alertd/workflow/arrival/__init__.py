"""A document comes in: examined, kept, and laid before the officer with a proposal of who must do what."""
