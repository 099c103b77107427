"""What a body is told: its letter in the words of one channel, its code, and the addresses where people can be reached."""
