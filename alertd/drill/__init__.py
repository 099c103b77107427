"""The whole service on one machine with simulated telephones: for newcomers, exercises and checks."""
