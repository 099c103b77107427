"""The promises that alertd makes to its users, told as tests."""
