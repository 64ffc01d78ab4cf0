"""Drawing a value: which picture it has, and in which form it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias, cast

from iku.domain import Dokumen, Indikator, Temuan
from iku.errors import IkuError, quote
from iku.reading import Bacaan
from iku.rendering.html import write_html
from iku.rendering.markdown import write_markdown
from iku.rendering.outcomes import OUTCOMES, build_outcome
from iku.rendering.pictures import build_bacaan, build_dokumen, build_indikator, build_temuan
from iku.rendering.review import build_review
from iku.rendering.terminal import write_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iku.rendering.grid import Block
    from iku.rendering.outcomes import Outcome
    from iku.typing import Language

Format: TypeAlias = Literal["text", "markdown", "html"]
"""The forms in which a picture is written."""
Drawable: TypeAlias = "Dokumen | Indikator | Bacaan | Temuan | Sequence[Temuan] | Outcome"
"""What has a picture."""

_NARROWEST: Final = 20
_WIDEST: Final = 1_000
_LONGEST_IN_NOTEBOOK: Final = 500
"""Rows; a notebook keeps what it shows, and a page of 10.000 rows would be 15 MB of it."""


def render(
    value: Drawable,
    *,
    format: Format = "text",  # noqa: A002 - the one name that fits; the builtin is not needed here
    language: Language = "id",
    width: int = 100,
) -> str:
    """
    Draw a document, an indicator, what was read from a file, findings, or what was computed.

    A document is drawn as the official tables: the matrix when it holds a
    Tujuan or a link to IKU Kota, the IKU table otherwise, and both when it has
    a matrix and also explains its indicators. Columns for targets, results and
    what other layouts print appear when some indicator fills them.

    `language` chooses the language of the labels; the words of the document
    are never translated. `width` is the number of columns that text may take;
    a table that cannot be that narrow becomes wider. Markdown and HTML do not
    depend on it. The HTML is an element to be put in a page.

    One computed value is drawn as its sentence, those of a document as a table.

    Nothing is computed here: values are written as the document states them, and computed
    ones as they explain themselves.

    Raises:
        IkuError: `wrong-type` for a value that has no picture, `bad-choice` for
            an unknown format or language, or a width outside 20 to 1000.
    """
    _check_form(format, language, width)
    return _write(_build(value, language), format, language, width)


def render_review(
    bacaan: Bacaan,
    *,
    format: Format = "html",  # noqa: A002 - as in render
    language: Language = "id",
    width: int = 100,
) -> str:
    """
    Draw the review sheet of what was read: each source cell beside what was understood of it.

    Findings stand beside the cells that they speak of. For each formulasi it
    says what was read, on what evidence, and whether the document was given it.

    Raises:
        IkuError: `wrong-type` for anything but a Bacaan, and `bad-choice` as for `render`.
    """
    _check_form(format, language, width)
    return _write(build_review(_take_bacaan(bacaan), language), format, language, width)


def _take_bacaan(value: object) -> Bacaan:
    if not isinstance(value, Bacaan):
        raise IkuError(
            "wrong-type",
            found=quote(value),
            expected="a Bacaan, as iku.read gives it",
            repair="render any other value with iku.render",
        )
    return value


def render_html(value: Drawable) -> str:
    """
    Draw `value` for a notebook; `_repr_html_` of the model comes here.

    Of a very long document it draws the beginning and says how much is left.
    """
    return write_html(_build(value, "id", most=_LONGEST_IN_NOTEBOOK), "id")


def _build(value: object, language: Language, *, most: int | None = None) -> Iterator[Block]:
    temuan = _take_temuan(value)
    if temuan is not None:
        return build_temuan(temuan, language)
    if isinstance(value, OUTCOMES):
        return build_outcome(value, language, most=most)
    match value:
        case Dokumen():
            return build_dokumen(value, language, most=most)
        case Indikator():
            return build_indikator(value, language)
        case Bacaan():
            return build_bacaan(value, language)
        case _:
            raise IkuError(
                "wrong-type",
                found=quote(value),
                expected="a Dokumen, an Indikator, a Bacaan, findings (Temuan), what was computed",
                repair="render the document that holds it",
            )


def _take_temuan(value: object) -> list[Temuan] | None:
    """Take one finding or several, None for anything else."""
    items = cast("Sequence[object]", value) if isinstance(value, tuple | list) else (value,)
    found = [item for item in items if isinstance(item, Temuan)]
    return found if len(found) == len(items) else None


def _check_form(form: object, language: object, width: object) -> None:
    _check_choice("format", form, ("text", "markdown", "html"))
    _check_choice("language", language, ("id", "en"))
    if type(width) is not int or not _NARROWEST <= width <= _WIDEST:
        raise IkuError(
            "bad-choice",
            found=f"width {quote(width)}",
            expected=f"an integer from {_NARROWEST} to {_WIDEST}",
            repair="leave it out for 100 columns",
        )


def _write(blocks: Iterator[Block], form: Format, language: Language, width: int) -> str:
    if form == "html":
        return write_html(blocks, language)
    if form == "markdown":
        return write_markdown(blocks)
    return write_text(blocks, width)


def _check_choice(name: str, value: object, choices: tuple[str, ...]) -> None:
    if value not in choices:
        raise IkuError(
            "bad-choice",
            found=f"{name} {quote(value)}",
            expected=f"one of {', '.join(choices)}",
            repair=f'write for example {name}="{choices[0]}"',
        )
