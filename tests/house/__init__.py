"""Rules about the code itself, so that a reader may rely on them without looking."""
