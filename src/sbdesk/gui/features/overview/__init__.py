"""The first page: what is due, whose turn it is, where the money is and what has happened."""
