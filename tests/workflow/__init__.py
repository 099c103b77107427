"""The steps of the work, each by itself."""
