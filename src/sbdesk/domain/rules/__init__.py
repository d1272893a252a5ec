"""The checks: pure functions from facts and parameters to findings."""
