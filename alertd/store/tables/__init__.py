"""Declares the tables: for each dataclass of the model one, with a column of the same name for each of its fields."""
