"""Avstämningar: ledger rows against conditions, verdict by verdict."""
