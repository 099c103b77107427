"""Looks for what breaks reading: patterns that take more than their share of time, and input that crashes or hangs it."""
