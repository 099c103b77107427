"""Nobody is forgotten: reminders, other people and channels, deadlines and repeating reports, until an answer has come."""
