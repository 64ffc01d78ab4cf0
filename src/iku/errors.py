"""
What can go wrong, as data.

Every refusal of the library is an `IkuError`. Its fields say what was found,
where, what was expected and how to repair it; the sentence is made of them
when it is printed. Codes are stable and listed in `CODES`; wording is not API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

Location = tuple[str | int, ...]
"""Steps from the outermost value inward: field names and list positions."""

CODES: Final[dict[str, str]] = {
    # A value that cannot exist, wherever it is built.
    "wrong-type": "a value of another type than the field takes",
    "bad-text": "text with control, surrogate or private characters, or too many marks",
    "empty-text": "text that must say something is empty",
    "text-too-long": "text longer than the limit",
    "bad-number": "text that is not a number in the grammar of the document",
    "number-too-long": "a number with more digits than the limit",
    "bad-digits": "a count of decimals outside 0 to 1000, or 0 to 15 in columns",
    "ambiguous-number": "number text that can mean two numbers",
    "bad-choice": "a word outside the closed list of the field",
    "bad-kode": "a kode with line breaks, outer spaces or more than 128 characters",
    "bad-periode": "text or figures that name no period",
    "periode-order": "a span that ends before it begins",
    "relative-periode": "a year counted from the plan's start where a calendar year is needed",
    "rentang-order": "a range whose lower bound is above its upper bound",
    "bad-nip": "a NIP that does not have the shape of one",
    "bad-kode-wilayah": "a kode wilayah that does not have the shape of one",
    "bad-dasar-hukum": "text that names no regulation",
    "bad-nilai": "cell text that is no value of a target or realisasi",
    "bad-date": "a date that is not written YYYY-MM-DD",
    "bad-skala": "a scale whose classes do not follow each other upward",
    "duplicate-target": "two Target for one Periode and source",
    "duplicate-realisasi": "two Realisasi for one Periode and source",
    "duplicate-data": "two Data for one Variabel, Periode and source",
    "duplicate-kode": "one kode on two nouns of a document",
    "duplicate-label": "one label on two classes of a scale",
    "missing-kode": "several Penjelasan of which one has no kode",
    "unknown-ref": "a reference to a kode that the document does not have",
    "cycle": "indicators that are computed from each other in a circle",
    "too-deep": "objects and arrays nested deeper than the limit",
    "bad-tambahan": "an extension key that does not begin with x-",
    # Formulas.
    "formula-syntax": "text that is no formula in the canonical grammar",
    "formula-too-large": "a formula with more nodes than the limit",
    "formula-too-deep": "a formula nested deeper than the limit",
    "too-few-operands": "an operation with fewer operands than it needs",
    "bad-exponent": "an exponent that is not a small whole number",
    "bad-steps": "a number of periods to look back that is not a small whole number above zero",
    "bad-pengali": "a multiplier (pengali) that is not positive",
    "duplicate-suku": "one variable twice in a sum, a mean or an index",
    "bad-suku": "a sum, a mean or an index of no variables, or of more than the limit",
    "bad-per": "a rate that is stated per something else than 10, 100, 1000 and so on",
    "bad-bobot": "a weight (bobot) that is not above zero, or weights that do not add up",
    "bad-acuan": "reference bounds (acuan) that nothing can be measured by",
    "several-sources": "several figures for one variable and period, of which none is chosen",
    "no-periode": "a result that belongs to no period and is to be stored under one",
    "no-tree": "a formula that has no expression and is to be written as one",
    # Scoring.
    "bad-aturan": "a capaian rule whose parts do not fit together",
    "unverified-rule": "a capaian rule of which no official text was read",
    "unverified-skala": "a scale of which no official text was read",
    # Aggregation and parts of a year.
    "percent-mean": "percentages whose plain mean was not asked for by name",
    "mixed-satuan": "values of several units that are to make one",
    "bad-batas": "a cap without the moment it applies at, or a moment without a cap",
    "missing-bobot": "a value without a weight where the others have one",
    "no-ratio": "a value without the numerator and denominator that are to be added up",
    "bad-bagian": "parts of a year that make no one series",
    # Plug-ins.
    "bad-tag": "a tag of the wrong shape",
    "duplicate-tag": "a tag that is taken",
    "bad-plugin": "a plug-in that is not what its group takes",
    "plugin-failed": "a plug-in that raised an exception",
    # Loading and writing documents.
    "invalid-document": "a document with faults, which are listed one by one",
    "bad-json": "text that is not JSON",
    "bad-encoding": "text that is not UTF-8, or that begins with a byte order mark",
    "too-large": "a text of more bytes than the limit",
    "too-many-nodes": "more objects and arrays than the limit",
    "wrong-document": "JSON that is no document of this format",
    "missing-field": "an object without a key that it must have",
    "unknown-field": "a key that the object does not have",
    "unknown-tag": "a tipe that nothing is known by",
    "null": "null where an absent key is meant",
    "bad-limit": "a limit that the library cannot keep",
    "duplicate-key": "one key twice in an object",
    "unsupported-version": "a document in a format that this library does not know",
    # Files of officials.
    "file-not-found": "a path where no readable file is",
    "unknown-file-kind": "a file of a kind that cannot be read",
    "too-many-lines": "a text with more lines than the limit",
    "too-many-cells": "a table with more cells or columns than the limit",
    "bad-file": "a file that is damaged, or not what it claims to be",
    "encrypted-file": "a file that is locked with a password",
    "doctype": "XML that declares a document type or entities",
    "too-many-members": "an archive with more members than the limit",
    "too-many-pages": "a PDF with more pages than the limit",
    "too-many-objects": "a PDF with more letters and lines than the limit",
    "too-slow": "a file that takes longer to read than the limit",
    "too-compressed": "an archive with a member that unpacks to more than the limit",
    # What is installed beside the library.
    "missing-extra": "a library that is not installed; the extra that brings it is named",
    # Rows in a dataframe or database.
    "not-a-frame": "a value that is no dataframe, table or relation",
    "unknown-column": "a column that the frame does not have",
    "wrong-column": "a column of a kind that cannot be computed with",
    "duplicate-column": "two columns of one name",
    "bad-column-name": "a name of a column that an engine would read otherwise, or that is kept",
    "unknown-variabel": "a variable that the formula does not take",
    "no-order": "a formula that looks back over rows of which nobody said the order",
    "duplicate-periode": "two rows of one entity and period where one is looked back at",
    "unsupported-engine": "an engine that cannot do what is asked",
    "unsupported-rule": "a capaian rule that only knows row by row what it answers",
    # Looking something up.
    "not-found": "a kode, name or tag that is not there",
}
"""Every error code with the situation it names."""


def quote(value: object, *, length: int = 80) -> str:
    r"""
    Show a foreign value safely: cut, ASCII only, no control characters.

    >>> quote("Rp\n1")
    "'Rp\\n1'"
    """
    if isinstance(value, str):
        text = ascii(value[: length + 1])
    elif isinstance(value, bool | int | type(None)):
        text = str(value) if not isinstance(value, int) or abs(value) < 10**20 else "a long integer"
    else:
        text = f"a value of type {type(value).__name__}"
    return text if len(text) <= length else text[: length - 3] + "..."


def format_path(location: Location) -> str:
    """
    Write a location as a JSON path.

    >>> format_path(("tujuan", 0, "kode"))
    '$.tujuan[0].kode'
    """
    steps = (f"[{step}]" if isinstance(step, int) else _format_key(step) for step in location)
    return "$" + "".join(steps)


def _format_key(key: str) -> str:
    plain = key.isascii() and key.replace("_", "a").replace("-", "a").isalnum()
    return f".{key}" if plain and len(key) <= 80 else f"[{quote(key)}]"


LONGEST_PATH: Final = 160
"""Characters of a path in a sentence; a longer one is cut in the middle."""


class IkuError(ValueError):
    """
    The root of everything that `iku` refuses.

    The fields are the interface; `str()` makes a sentence of them.
    """

    code: str
    """Stable name of the situation, a key of `CODES`."""
    found: str
    """What was there."""
    expected: str
    """What the field, file or call takes."""
    repair: str
    """What to do about it."""
    location: Location
    """Where, as steps inward from the value that was being built or read."""

    def __init__(
        self, code: str, *, found: str, expected: str, repair: str, location: Location = ()
    ) -> None:
        super().__init__(code)
        self.code = code
        self.found = found
        self.expected = expected
        self.repair = repair
        self.location = location

    @classmethod
    def wrong_type(
        cls, value: object, expected: str, *, found: str | None = None, repair: str | None = None
    ) -> Self:
        """
        Refuse a value of another type than is taken.

        >>> str(DomainError.wrong_type(5, "text"))
        '$: 5; expected text; repair: give text [wrong-type]'
        """
        return cls(
            "wrong-type",
            found=found or quote(value),
            expected=expected,
            repair=repair or f"give {expected}",
        )

    @classmethod
    def missing_extra(cls, library: str, extra: str) -> Self:
        """
        Refuse what a library is needed for that is not installed.

        >>> FrameError.missing_extra("narwhals", "frames").repair
        "pip install 'iku[frames]'"
        """
        return cls(
            "missing-extra",
            found=f"no library {library}",
            expected=f"the extra {extra}",
            repair=f"pip install 'iku[{extra}]'",
        )

    @property
    def path(self) -> str:
        """The location as a JSON path, `$` for the value itself."""
        return format_path(self.location)

    def under(self, *steps: str | int) -> Self:
        """Move the error inward: it happened at `steps` of an outer value."""
        self.location = (*steps, *self.location)
        return self

    def __str__(self) -> str:
        path = self.path
        if len(path) > LONGEST_PATH:
            path = f"{path[: LONGEST_PATH // 2]}...{path[-LONGEST_PATH // 2 :]}"
        return (
            f"{path}: {self.found}; expected {self.expected}; repair: {self.repair} [{self.code}]"
        )

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.args, self.__dict__.copy())


def _rebuild(kind: type[IkuError], args: tuple[object, ...], state: dict[str, object]) -> IkuError:
    made = kind.__new__(kind, *args)
    made.args = args
    made.__dict__.update(state)
    return made


class DomainError(IkuError):
    """A value that cannot exist: a constructor of the model refused it."""

    readings: tuple[str, ...] = ()
    """The texts of the values that a cell could mean, when it could mean several."""


class AngkaError(IkuError):
    """Text that is not one number."""

    readings: tuple[str, ...] = ()
    """The numbers it could mean, in canonical digits, when it could mean several."""

    @classmethod
    def ambiguous(cls, text: str, readings: tuple[str, ...]) -> AngkaError:
        """The text can mean each of `readings`; nobody guesses."""
        error = cls(
            "ambiguous-number",
            found=f"{quote(text)} can mean {' or '.join(readings)}",
            expected="text with one reading",
            repair='say which convention the text follows: locale="id" or locale="en"',
        )
        error.readings = readings
        return error


class FormulaError(IkuError):
    """A formula that cannot exist, or that was asked to compute from something unfit."""


class ScoringError(IkuError):
    """A capaian rule or scale that cannot exist, or that may not be used unasked."""


class FormulaSyntaxError(FormulaError):
    """
    Text that is no formula in the canonical grammar.

    `str()` draws a caret under the place where reading stopped.
    """

    source: str = ""
    """The text that was read."""
    offset: int = 0
    """Where in it reading stopped, counted in characters from 0."""

    @classmethod
    def at(cls, source: str, offset: int, *, found: str, expected: str, repair: str) -> Self:
        """Refuse `source` at `offset`."""
        error = cls("formula-syntax", found=found, expected=expected, repair=repair)
        error.source = source
        error.offset = offset
        return error

    def __str__(self) -> str:
        start = max(0, self.offset - 40)
        shown = self.source[start : self.offset + 40]
        line = "".join(c if " " <= c <= "~" else "?" for c in shown)
        return f"{super().__str__()}\n  {line}\n  {' ' * (self.offset - start)}^"


class ReadingError(IkuError):
    """A file that cannot be read at all; what is merely odd in it is a Temuan."""


class DecodeError(IkuError):
    """A text that is no document, or not as a document has to be written."""


class LoadError(IkuError, ExceptionGroup[IkuError]):
    """
    A document that cannot be loaded: all its faults at once.

    As with every group, `except*` and `split` tell them apart.
    """

    omitted: int
    """Faults beyond the limit, which are counted and not listed."""

    def __new__(cls, faults: Sequence[IkuError], *, omitted: int = 0) -> Self:
        """Make the group; `omitted` faults more were found than are given."""
        del omitted
        return ExceptionGroup.__new__(cls, "invalid-document", faults)

    def __init__(self, faults: Sequence[IkuError], *, omitted: int = 0) -> None:
        count = len(faults) + omitted
        super().__init__(
            "invalid-document",
            found=f"{count} fault{'s' if count > 1 else ''}",
            expected="a document without faults",
            repair="correct them one by one",
        )
        self.omitted = omitted

    @property
    def faults(self) -> tuple[IkuError, ...]:
        """The faults in the order of the document, each with its own code and path."""
        return cast("tuple[IkuError, ...]", self.exceptions)

    def derive(self, excs: Sequence[IkuError], /) -> LoadError:  # type: ignore[override]  # members are never anything else
        """Make a group of some of the faults, as `split` and `subgroup` need it."""
        return LoadError(excs)

    def __str__(self) -> str:
        # A fault that draws its place below the sentence would break the list.
        lines = [self.found, *(IkuError.__str__(fault) for fault in self.faults)]
        return "\n".join([*lines, f"and {self.omitted} more"] if self.omitted else lines)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild_group, (self.exceptions, self.__dict__.copy())


def _rebuild_group(faults: Sequence[IkuError], state: dict[str, object]) -> LoadError:
    made = LoadError(faults)
    made.__dict__.update(state)
    return made


class PluginError(IkuError):
    """A plug-in that cannot be used; the message names it."""


class FrameError(IkuError):
    """A dataframe that a formula or rule cannot be applied to, or not as it was asked."""


class NotFoundError(IkuError):
    """A kode, name or tag was looked up that is not there."""

    def __init__(self, what: str, name: object, known: Sequence[str]) -> None:
        from difflib import get_close_matches  # noqa: PLC0415 - only failures pay for it

        near = get_close_matches(name[:200], known, n=1) if isinstance(name, str) else []
        super().__init__(
            "not-found",
            found=f"no {what} {quote(name)}",
            expected=f"one of the {len(known)} there are",
            repair=f"did you mean {quote(near[0])}?" if near else f"look at {_shown(known)}",
        )


def _shown(known: Sequence[str]) -> str:
    shown = ", ".join(quote(name) for name in known[:5])
    return shown + (", ..." if len(known) > 5 else "") if known else "how it is filled"
