"""The officer's own steps: review and correct, release, withdraw, close."""
