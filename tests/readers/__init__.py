"""The processes that read files."""
