"""Formulas over many rows, against the same written by hand for the same engine."""
