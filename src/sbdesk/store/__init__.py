"""Keeps rows: records, transactions, the audit chain and the queries."""
