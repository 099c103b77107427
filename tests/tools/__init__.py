"""The project's own tools measure what they say they measure."""
