"""What alertd promises its users, one promise a file, told in an officer's words."""
