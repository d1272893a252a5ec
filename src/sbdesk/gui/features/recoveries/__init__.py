"""Återkrav: from what a reconciliation found to the paid claim, with its invoices and incoming payments."""
