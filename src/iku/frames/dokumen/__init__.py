"""Documents and frames: a document as rows, and its formulas over rows."""
