"""Stand-ins that speak the providers' own HTTP, for drills, demonstrations and tests."""
