"""Pages of a PDF: letters and ruling lines with their places, from the top left corner."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from logging import NullHandler, getLogger
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import Factory, define
from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTFigure, LTItem
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import stream_value
from pdfminer.utils import apply_matrix_pt

from iku.errors import ReadingError
from iku.reading.formats.pdf.fonts import Fonts
from iku.reading.formats.pdf.meter import Meter, PageTooLargeError, refuse_broken
from iku.reading.formats.pdf.streams import Document
from iku.reading.formats.symbols import is_symbol, replace_symbol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from iku.reading.limits import Limits

THIN: Final = 4
"""Points up to which a filled box is a line, as Word draws its borders."""
_STRAIGHT: Final = 1
_UNKNOWN: Final = "(cid:"
_LIGATURES: Final = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
"""Letters that fonts join, and what they are."""
_MISREAD: Final = {0xA3: "≤", 0xB3: "≥"}
"""Letters that the font Symbol does not have, and what a file means that names them."""


# pdfminer speaks of each oddity on the error stream unless somebody listens.
getLogger("pdfminer").addHandler(NullHandler())

Point = tuple[float, float]


class Glyph(NamedTuple):
    """A letter as it stands on a page."""

    text: str
    """The letter."""
    x0: float
    """Its left side."""
    top: float
    """Its upper side."""
    x1: float
    """Its right side."""
    bottom: float
    """Its lower side."""
    turn: int
    """How far it is turned against the clock: 0, 90 (reads upward) or 270 (downward)."""


class Rule(NamedTuple):
    """A ruling line, level or upright."""

    x0: float
    """Its left end."""
    top: float
    """Its upper end."""
    x1: float
    """Its right end."""
    bottom: float
    """Its lower end."""


@define(kw_only=True)
class Page:
    """What a page shows."""

    number: int
    """Its number, from 1."""
    height: float
    """Its height in points."""
    glyphs: list[Glyph] = Factory(list[Glyph])
    """The letters, in the order of the file."""
    rules: list[Rule] = Factory(list[Rule])
    """The ruling lines."""
    too_large: bool = False
    """Whether it draws so much that it was left out."""
    unknown: int = 0
    """Letters of which the file does not say which they are."""
    drawn: bool = False
    """Whether it shows a picture or a drawing."""


def load_pages(data: bytes, limits: Limits) -> Iterator[Page]:
    """
    Load the pages of a PDF, one after the other.

    Raises:
        ReadingError: `bad-file`, `encrypted-file` or a limit.
    """
    meter = Meter(limits)
    pages = _load(data, meter)
    while True:
        try:
            page = next(pages, None)
        except ReadingError:
            raise
        except (PDFPasswordIncorrect, PDFEncryptionError) as error:
            raise ReadingError(
                "encrypted-file",
                found="a PDF that is locked with a password",
                expected="a file that opens without one",
                repair="save it without a password",
            ) from error
        except Exception as error:
            # Whatever pdfminer raises over a damaged file.
            meter.check()
            raise refuse_broken(f"a PDF that cannot be read ({type(error).__name__})") from error
        meter.check()
        if page is None:
            return
        yield page


def _load(data: bytes, meter: Meter) -> Iterator[Page]:
    document = Document(BytesIO(data), meter)
    fonts = Fonts()
    for number, source in enumerate(PDFPage.create_pages(document), 1):
        meter.count_page()
        device = _Device(fonts, meter)
        try:
            _Interpreter(fonts, device).process_page(source)
            meter.check_page()
        except PageTooLargeError:
            yield Page(number=number, height=0.0, too_large=True)
        else:
            yield device.take_page(number)


class _Device(PDFPageAggregator):
    """Takes what a page draws: letters, and of drawings the straight lines."""

    def __init__(self, fonts: Fonts, meter: Meter) -> None:
        super().__init__(fonts)
        self.meter = meter
        self._rules: list[Rule] = []
        self._drawn = False

    def render_char(self, *args: Any, **kwargs: Any) -> float:  # noqa: ANN401 - passed on as it is
        self.meter.count_object()
        return super().render_char(*args, **kwargs)

    def paint_path(
        self,
        gstate: Any,  # noqa: ANN401, ARG002 - the signature is pdfminer's
        stroke: bool,  # noqa: FBT001
        fill: bool,  # noqa: ARG002, FBT001
        evenodd: bool,  # noqa: ARG002, FBT001
        path: Sequence[Any],
    ) -> None:
        self.meter.count_object()
        self._drawn = True
        for piece in _split_path(path):
            points = [apply_matrix_pt(self.ctm, point) for point in piece]
            self._rules += find_rules(points, stroke=stroke)

    def render_image(self, name: str, stream: Any) -> None:  # noqa: ANN401, ARG002 - as above
        self._drawn = True

    def take_page(self, number: int) -> Page:
        """Take what was drawn, upside down: a page is counted from its top."""
        result = self.get_result()
        rules = [
            Rule(x0, result.height - bottom, x1, result.height - top)
            for x0, top, x1, bottom in self._rules
        ]
        page = Page(number=number, height=result.height, rules=rules, drawn=self._drawn)
        _collect(result, page)
        return page


def _split_path(path: Sequence[Any]) -> Iterator[list[Point]]:
    """Divide a path into pieces of points; those with curves are left out."""
    points: list[Point] = []
    for step in path:
        if step[0] == "m" and points:
            yield points
            points = []
        if step[0] == "h":
            points += points[:1]
        elif step[0] in "ml":
            points.append((step[1], step[2]))
        else:
            points = []
    if points:
        yield points


def find_rules(points: list[Point], *, stroke: bool) -> list[Rule]:
    """Find the level and upright lines: the sides that are drawn, or a filled box that is thin."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if min(max(xs) - min(xs), max(ys) - min(ys)) <= THIN:
        return [_make_rule(min(xs), min(ys), max(xs), max(ys))]
    if not stroke:
        return []
    return [
        _make_rule(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        for (x0, y0), (x1, y1) in pairwise(points)
        if min(abs(x1 - x0), abs(y1 - y0)) <= _STRAIGHT
    ]


def _make_rule(x0: float, y0: float, x1: float, y1: float) -> Rule:
    """Make a line exactly level or upright."""
    if x1 - x0 < y1 - y0:
        x0 = x1 = (x0 + x1) / 2
    else:
        y0 = y1 = (y0 + y1) / 2
    return Rule(x0, y0, x1, y1)


class _Interpreter(PDFPageInterpreter):
    """Runs what draws a page, counted as often as it is run."""

    device: _Device

    def execute(self, streams: Sequence[object]) -> None:
        for one in streams:
            self.device.meter.count_content(stream_value(one).get_data())
        super().execute(streams)


def _collect(items: Iterable[LTItem], page: Page) -> None:
    """Collect letters, those of figures inside the page included."""
    held = tuple(items)
    for char in (item for item in held if isinstance(item, LTChar)):
        _add_char(char, page)
    for figure in (item for item in held if isinstance(item, LTFigure)):
        _collect(figure, page)


def _add_char(char: LTChar, page: Page) -> None:
    text = char.get_text()
    if text.startswith(_UNKNOWN):
        page.unknown += 1
        return
    if is_symbol(char.fontname):
        text = "".join(map(replace_symbol, text.translate(_MISREAD)))
    text = text.translate(_LIGATURES)
    up = char.matrix[1]
    turn = 0 if abs(char.matrix[0]) >= abs(up) else (90 if up > 0 else 270)
    page.glyphs.append(
        Glyph(text, char.x0, page.height - char.y1, char.x1, page.height - char.y0, turn)
    )
