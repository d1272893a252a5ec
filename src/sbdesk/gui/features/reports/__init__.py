"""Återrapportering: expected, late and received reports."""
