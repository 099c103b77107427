"""Reads files in processes of their own: one that takes too long, or brings a library down, costs the service nothing but that file."""
