"""Tests of the stand-in providers: that they answer as the real ones say they do."""
