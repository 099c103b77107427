"""Tests of the channels, by real HTTP against the simulated providers."""
