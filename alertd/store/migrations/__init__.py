"""Holds the migrations, one module a revision; a released one is never edited."""
