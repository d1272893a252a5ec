"""Numbered steps from the first schema to today's; a step never depends on today's records."""
