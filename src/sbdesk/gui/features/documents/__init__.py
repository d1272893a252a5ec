"""The page of documents: everything that came in or was made here, to look at, save and print."""
