"""The words of the trade: plain data and the rules about its states, importing nothing but the standard library."""
