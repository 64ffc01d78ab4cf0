"""One side of an equation: what its operands leave open, settled or refused."""
