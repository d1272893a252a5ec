"""Rekvisitioner: from the expected requisition to the paid grant."""
