"""Letters leave: claimed, carried at the provider's pace, their outcome recorded, and another route opened where one fails."""
