"""Measures alertd on this machine, one figure a line: `name value unit`. Ratios are taken inside one run, since machines differ."""
