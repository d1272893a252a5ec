"""The first thing a new officer meets."""
