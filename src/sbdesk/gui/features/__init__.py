"""One folder per noun."""
