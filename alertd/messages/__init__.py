"""Turns a notice into the words of one channel, within that channel's limits."""
