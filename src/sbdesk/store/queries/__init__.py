"""Reading queries and the checks that run in SQL."""
