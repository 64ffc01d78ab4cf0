"""Formulas on a real cluster of Spark, against the same written by hand."""
