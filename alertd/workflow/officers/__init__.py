"""What officers get: the conversation from their own telephones, the situation in one message, the hand-over."""
