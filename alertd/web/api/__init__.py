"""The JSON API under /api/v1, for other programs and for the terminal commands."""
