"""Huvudboksimport: from a received file to lines of a reconciliation."""
