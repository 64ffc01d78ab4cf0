"""From text to a tree: pieces, operands and operations, statements, an expression."""
