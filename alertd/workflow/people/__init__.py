"""Who may come in and who can be reached: chats that people join, accounts, readiness."""
