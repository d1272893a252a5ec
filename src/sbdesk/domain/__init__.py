"""Plain Python: money, periods, states and rules."""
