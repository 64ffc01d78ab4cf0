"""The text of a cell: one way of writing, and the parts that a formula stands between."""
