"""Tests of the directory: what names mean, and what is said of a directory that is wrong."""
