"""Cells of values: by which convention they are read, and what decides where they mean several."""
