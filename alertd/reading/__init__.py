"""From bytes to what a document orders: pure functions, in the order source, paragraphs, segment, header, orders, triage."""
