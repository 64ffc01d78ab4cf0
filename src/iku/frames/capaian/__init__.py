"""Capaian of many rows: a rule taken apart into cases, and the cases written as columns."""
