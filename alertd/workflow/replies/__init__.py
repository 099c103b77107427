"""People answer: stored as received, matched to what they answer, understood, marked, and answered in turn."""
