"""Headers of columns: what one says, over how many rows it runs, which period it is for."""
