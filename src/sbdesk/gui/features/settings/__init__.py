"""The page of settings: sender, people, look, file and a check of the database."""
