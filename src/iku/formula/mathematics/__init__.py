"""Trees drawn as mathematics: LaTeX for documents, MathML for browsers."""

from __future__ import annotations

from iku.formula.mathematics.latex import write_latex
from iku.formula.mathematics.mathml import write_mathml

__all__ = ["write_latex", "write_mathml"]
