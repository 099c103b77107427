"""Keeps everything: the only package that knows SQL; dataclasses in, dataclasses out."""
