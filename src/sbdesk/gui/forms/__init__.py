"""Compiled from ui/ by installer/build_forms.py; never edited."""
