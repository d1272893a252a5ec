"""What the desk can do: each method is one transaction and returns what it touched."""
