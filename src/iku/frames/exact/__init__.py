"""Figures that are exactly those of the scalar path, in every engine."""
