"""The steps in the order in which they happen, from a document's arrival to the last answer."""
