"""Telegram as a channel: the Bot API by python-telegram-bot, over aiohttp."""
