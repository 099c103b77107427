"""SMS as a channel: Twilio's REST API by its own package, over aiohttp."""
