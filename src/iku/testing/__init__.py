"""
Help for tests of programs that use the model, or that add to it.

`iku.testing.strategies` generates every legal value of the model, up to its
limits; `check_formula` tests a class of formulas that somebody adds. Both need
Hypothesis, which `pip install 'iku[test]'` brings.
"""

from __future__ import annotations

try:
    import hypothesis as hypothesis
except ImportError as error:
    # A name in the first line of the traceback is what people copy into a search.
    message = "iku.testing needs hypothesis; repair: pip install 'iku[test]'"
    raise ImportError(message, name="hypothesis") from error

from iku.testing.conformance import check_formula

__all__ = ["check_formula"]
