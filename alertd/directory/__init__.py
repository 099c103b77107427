"""The directory: contacts/ loaded and checked, and which body a written name means on a given date, with the reason."""
