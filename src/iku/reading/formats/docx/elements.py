"""The XML of Word files: elements by their short names."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from lxml import etree

from iku.errors import ReadingError

if TYPE_CHECKING:
    Element: TypeAlias = etree._Element  # noqa: SLF001 - what lxml calls the type

_PREFIXES: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
"""Namespaces of Word, as it writes them by default and in its strict form."""
_DEEPEST: Final = 120
"""Elements inside one another; Word needs about forty for a text box in a cell."""
_OFF: Final = frozenset({"0", "false", "off"})


def parse_xml(data: bytes) -> Element:
    """
    Parse a member of a Word file that is known to declare no document type.

    Raises:
        ReadingError: `bad-file` or `too-deep`.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadingError(
            "bad-file",
            found="a Word file whose XML is damaged",
            expected="a .docx file",
            repair="open the file in Word and save it as .docx again",
        ) from error
    if root.xpath(f"boolean({'/*' * (_DEEPEST + 1)})"):
        raise ReadingError(
            "too-deep",
            found=f"more than {_DEEPEST} elements inside one another",
            expected=f"at most {_DEEPEST}",
            repair="open the file in Word and save it as .docx again",
        )
    return root


def find_name(element: Element) -> str:
    """Give the name of an element with the prefix that Word uses, none for other namespaces."""
    return _shorten(str(element.tag))


@lru_cache(maxsize=1_000)
def _shorten(tag: str) -> str:
    namespace, _, name = tag.removeprefix("{").rpartition("}")
    prefix = _PREFIXES.get(namespace)
    return f"{prefix}:{name}" if prefix else name


def find_child(parent: Element | None, *path: str) -> Element | None:
    """Find the first child of a name, and the first of the next name in it."""
    for name in path:
        if parent is None:
            return None
        for child in parent:
            if find_name(child) == name:
                parent = child
                break
        else:
            return None
    return parent


def find_value(element: Element | None, name: str = "val") -> str | None:
    """Give an attribute by its name without prefix."""
    if element is not None:
        for key, value in element.items():
            if str(key).rpartition("}")[2] == name:
                return str(value)
    return None


def is_on(element: Element | None) -> bool:
    """Say whether a switch is there and on."""
    return element is not None and find_value(element) not in _OFF
