"""
The canonical grammar of formulas: read into trees, and written back.

```text
formula   = term { ("+" | "-") term }
term      = signed { ("*" | "/") signed }
signed    = { "-" } power
power     = operand [ "^" [ "-" ] digits ]
operand   = number | name | call | earlier | "(" formula ")"
call      = function "(" formula { "," formula } ")"
function  = "rata_rata" | "rata_rata_geometrik" | "minimum" | "maksimum" | "ln"
earlier   = "lalu" "(" name [ "," digits ] ")"
number    = digits [ "." digits ]            no superfluous zeros in front
name      = letter-or-underscore { letter-or-underscore-or-digit } | "`" any text "`"
```

Spaces, tabs and line breaks may stand between tokens. Letters and digits are
ASCII; every other name stands in backticks, a backtick inside it twice. A minus
directly before a number is part of the number unless a power follows:
`-2 * A` multiplies by minus two, `-2^2` is minus four. A comma separates
operands and never stands between two digits, so that nobody's `1,5` is taken
for two numbers. Functions are no reserved words: `minimum` without a
parenthesis behind it is a variable.
"""

from __future__ import annotations

from iku.formula.grammar.canonical import write_canonical
from iku.formula.grammar.parser import parse_expression
from iku.formula.grammar.tokens import MAXIMUM_TEXT

__all__ = ["MAXIMUM_TEXT", "parse_expression", "write_canonical"]
