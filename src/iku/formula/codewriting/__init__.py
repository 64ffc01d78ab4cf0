"""
Trees written as Python: straight lines of exact decimal steps, and one division.

A tree is brought to one numerator over one denominator. Every step towards it is
exact or does not happen: it is taken in a context that raises as soon as a digit
would be lost. Whoever runs the lines then computes the exact way instead.

The text consists of the names that are made here. What a formula brings along,
its kode and its numbers, is bound to such names and never becomes text.
"""
