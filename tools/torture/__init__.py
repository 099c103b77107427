"""Kills, freezes and cuts off a running alertd, and counts what got lost, what came twice and what cannot be explained."""
