"""Makes the PDF letters, the invoice and the protocol."""
