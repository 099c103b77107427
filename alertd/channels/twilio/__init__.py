"""Twilio as two channels, text messages and telephone calls, over one account: its package, over aiohttp."""
