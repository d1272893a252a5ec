"""The main window and what a page must be."""
