"""Shows doctests of docstrings as code: without a fence, Markdown takes `>>>` for a quotation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import griffe

if TYPE_CHECKING:
    from griffe import Object

_DOCTEST: Final = re.compile(r"^>>> .*(?:\n.+)*", re.MULTILINE)


class FenceDoctests(griffe.Extension):
    """Puts a code fence around each run of lines that begins with a prompt."""

    def on_object(self, *, obj: Object, **_: Any) -> None:  # noqa: ANN401 - what griffe passes is its own affair
        """Rewrite the docstring of one object before it is parsed."""
        if obj.docstring is not None:
            obj.docstring.value = _DOCTEST.sub(r"```pycon\n\g<0>\n```", obj.docstring.value)
