"""The window: shows rows and calls services."""
