"""Who is on duty, and what the desk is told at once."""
