"""Reads and writes ledgers; every file from outside passes the guard first."""
