"""The page of recipients: who gets money from which programmes, and who owes any."""
