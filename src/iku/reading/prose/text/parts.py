"""
The parts of a cell: the formula itself, the legend that explains its symbols, remarks.

`split_parts` takes away what officials write around a formula: "Rumus:" before
it, "Keterangan:" and "Tipologi data:" behind it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from iku.angka import Angka
from iku.reading.prose.text.legends import COMPUTING, collect_words, find_legend, split_legend
from iku.reading.prose.words import LEANING, OFFICES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_LABEL: Final = re.compile(
    r"(?:(?:cara|metode|teknik) (?:perhitungan|penghitungan|pengukuran|menghitung)(?:nya)?"
    r"|rumus(?:nya| perhitungan| penghitungan)?|formula|formulasi(?: perhitungan| pengukuran)?"
    r"|perhitungan(?:nya)?)"
    r"(?P<named>(?: [^\s:=]++){0,6}?(?: ?\([^()]{0,60}+\))?) ?(?P<end>[:=]|$)",
    re.IGNORECASE,
)
_INLINE_LABEL: Final = re.compile(
    r"(?:dengan|menggunakan|memakai) (?:rumus|formula)(?: sebagai berikut| berikut)? ?:|"
    r"\b(?:rumus|formula)(?: sebagai berikut| perhitungan)? ?:",
    re.IGNORECASE,
)
_REMARK: Final = re.compile(
    r"tip\w{1,6} data\b|(?:jenis data|sumber(?: data)?|satuan|catatan|nb|note) ?:|yang dimaksud\b"
    r"|(?:kriteria|kategori|status|predikat|interval|skala)[^:]{0,80}+:$|nilai [<>≤≥]|level \d",
    re.IGNORECASE,
)
_LEGEND: Final = re.compile(
    r"(?P<head>(?:dengan )?keterangan|ket|di ?mana|penjelasan|definisi|dengan)\b"
    r" ?(?P<sign>[.:;]*)(?P<rest>.*)$",
    re.IGNORECASE,
)
_INLINE_LEGEND: Final = re.compile(
    r"[ (,;.](?:(?:keterangan|catatan|ket|di ?mana|penjelasan|definisi) ?:"
    r"|ket\. ?(?=[^=:]{1,12}[=:])|di ?mana (?=[^=:]{1,40}=))",
    re.IGNORECASE,
)
_END: Final = re.compile(r"[ (,;.]+(?:(?:dengan|di ?mana|ket|yaitu)[ (,;.]*)?$", re.IGNORECASE)
_ENTRY: Final = re.compile(r"(?P<symbol>[^=:]{1,24}?) ?[=:] ?(?P<meaning>\S.*)$")
_SPLIT_ENTRIES: Final = re.compile(r"[;,] (?=[^=:;,]{1,12} ?[=:])")
_BULLET: Final = re.compile(r"[•●▪■◦·✓➢] ?|[o-] |\(?\d{1,2}[.)] ?(?=[^\d\s])|\(?[a-hA-H][.)] ")

_COMPUTED: Final = re.compile(r"[^=]{3,80}= ?[^=+×÷]{1,80}[+×÷]")
"""A line behind a legend that computes something of its own."""
_FIRST_LETTER: Final = re.compile(r"[aA][.)] ")

_CONVERSION: Final = re.compile(
    r"(?:untuk memudahkan inter\w{1,20}|hasil (?:penilaian )?tersebut)[^:]{0,300}?"
    r"\bdikonversi\w*[^:]{0,60}?\bnilai dasar (?P<factor>[1-9]\d{0,2})\b",
    re.IGNORECASE,
)


class Parts(NamedTuple):
    """The parts of a cell."""

    body: tuple[str, ...]
    """The lines that may hold the formula; a blank line is an empty one."""
    legend: Mapping[str, str]
    """What short symbols mean."""
    remarks: tuple[str, ...]
    """The other lines, in their order."""
    labels: int
    """How many times a formula is announced ("Rumus:")."""


def split_parts(lines: Sequence[str]) -> Parts:
    """
    Tell the formula from what stands around it.

    >>> parts = split_parts(("Rumus: A / B x 100%", "Keterangan:", "A = jumlah desa"))
    >>> parts.body, dict(parts.legend)
    (('A / B x 100%',), {'A': 'jumlah desa'})
    """
    before, announced, labels = _take_label(lines)
    kept, behind = _cut_behind(announced)
    body, legend, remarks = _take_legend(kept, behind)
    return Parts(_drop_offices(body), legend, (*before, *remarks), labels)


def take_conversion(lines: Sequence[str]) -> tuple[list[str], Angka | None]:
    """
    Cut off the sentence by which surveys convert their value, and give its factor.

    It is the one of PermenPANRB 14/2017 and its forerunners.

    >>> take_conversion(("A / B", "Hasil tersebut dikonversikan dengan nilai dasar 25, yaitu:"))
    (['A / B'], Angka(teks='25'))
    """
    text = "\n".join(lines)
    found = _CONVERSION.search(text)
    if found is None:
        return list(lines), None
    return text[: found.start()].rstrip().split("\n"), Angka(found["factor"])


def normalise_item(line: str) -> str:
    """
    Take away the number or bullet that a line of a list begins with.

    >>> normalise_item("2. proporsi merokok"), normalise_item("2.5 kali")
    ('proporsi merokok', '2.5 kali')
    """
    marker = _BULLET.match(line)
    return line[marker.end() :].lstrip() if marker and len(line) > marker.end() else line


def normalise_items(lines: Sequence[str]) -> list[str]:
    """
    Take away the number or bullet of the first line, and the letters that go on from it.

    >>> normalise_items(("a) A / B", "yang baik", "b) C / D", "a) E"))
    ['A / B', 'yang baik', 'C / D', 'a) E']
    """
    taken = [normalise_item(lines[0])]
    awaited = "b" if _FIRST_LETTER.match(lines[0]) else ""
    for line in lines[1:]:
        if awaited and line.lower().startswith((f"{awaited}) ", f"{awaited}. ")):
            taken.append(normalise_item(line))
            awaited = chr(ord(awaited) + 1)
        else:
            taken.append(line)
    return taken


def _take_label(lines: Sequence[str]) -> tuple[list[str], list[str], int]:
    """Cut off what stands before the formula is announced, and the words that announce it."""
    before: list[str] = []
    taken: list[str] = []
    labels = 0
    for line in lines:
        head, rest = _split_label(line)
        if head is not None:
            labels += 1
            if labels == 1:
                before, taken = [*taken, head], []
        taken.append(rest)
    if any(taken):
        return [line for line in before if line], taken, labels
    return [], before, labels


def _split_label(line: str) -> tuple[str | None, str]:
    plain = normalise_item(line)
    label = _LABEL.match(plain)
    # "Rumus A / B" without a sign behind it is no label that can be cut off.
    if label and (label["end"] or not label["named"]):
        return "", plain[label.end() :].strip()
    if inside := _INLINE_LABEL.search(line):
        return line[: inside.start()].strip(), line[inside.end() :].strip()
    return None, line


def _cut_behind(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Cut where the legend or the remarks begin."""
    kept: list[str] = []
    entries: list[str] = []
    for index, line in enumerate(lines):
        if any(kept) and _REMARK.match(line):
            return kept, [*entries, *lines[index:]]
        if any(kept) and (legend := _LEGEND.match(line)) and _is_legend(legend):
            return kept, [*entries, legend["rest"].strip(), *lines[index + 1 :]]
        if inside := _INLINE_LEGEND.search(line):
            kept.append(line[: inside.start()].strip())
            return kept, [*entries, line[inside.end() :].strip(), *lines[index + 1 :]]
        if begin := find_legend(line):
            entries.append(line[begin:])
            kept.append(_END.sub("", line[:begin]))
        else:
            kept.append(line)
    return kept, entries


def _is_legend(found: re.Match[str]) -> bool:
    """Tell the head of a legend from a line that goes on with such a word."""
    if ":" in found["sign"]:
        return True
    rest = found["rest"].strip()
    if not rest:
        return found["head"].lower() != "dengan"
    return "=" in rest


def _take_legend(
    kept: Sequence[str], behind: Sequence[str]
) -> tuple[tuple[str, ...], dict[str, str], tuple[str, ...]]:
    """Collect what symbols mean: behind the formula, and in lines whose symbol it uses."""
    legend: dict[str, str] = {}
    remarks: list[str] = []
    symbols = collect_words(kept)
    for line in behind:
        for entry in _split_entries(line, symbols):
            found = _ENTRY.match(normalise_item(entry))
            if found:
                legend.setdefault(found["symbol"].strip(), found["meaning"].strip())
            elif entry:
                remarks.append(entry)
    body: list[str] = []
    explaining = False
    for index, line in enumerate(kept):
        found = _ENTRY.match(normalise_item(line))
        if found and _explains(found, body, kept[index + 1 :]):
            legend.setdefault(found["symbol"].strip(), found["meaning"].strip())
            explaining = any(body)
        elif explaining and line and not _COMPUTED.match(line):
            remarks.append(line)
        else:
            body.append(line)
    return tuple(body), legend, tuple(remarks)


def _split_entries(line: str, symbols: frozenset[str]) -> Iterator[str]:
    for part in split_legend(line, symbols):
        yield from _SPLIT_ENTRIES.split(part)


def _explains(found: re.Match[str], above: Sequence[str], below: Sequence[str]) -> bool:
    """Tell whether a line explains a symbol: the formula above uses it, or the one below."""
    symbol = found["symbol"]
    if any(above):
        return _is_used(symbol, above)
    plain = len(symbol.split()) == 1 and COMPUTING.search(found["meaning"]) is None
    computed = [line for line in below if COMPUTING.search(line)]
    return plain and _is_used(symbol, computed)


def _is_used(symbol: str, body: Sequence[str]) -> bool:
    plain = symbol.strip()
    if not 0 < len(plain) <= 20 or plain[0] in "(-×+/_=.─═":
        return False
    pattern = re.compile(rf"(?<![\w]){re.escape(plain)}(?![\w])")
    return any(pattern.search(line) for line in body)


def _drop_offices(body: Sequence[str]) -> tuple[str, ...]:
    """Drop the lines at the end that name a responsible unit or a source."""
    kept = list(body)
    while len(kept) > 1 and _is_office(kept[-1], kept[-2]):
        kept.pop()
    return tuple(kept)


def _is_office(line: str, before: str) -> bool:
    if not line:
        return True
    words = line.lower().split()
    last = before.lower().split()[-1:]
    if COMPUTING.search(line) or before.endswith(("/", ":", "+", "-")):
        return False
    return words[0] in OFFICES and len(words) <= 8 and not LEANING.intersection(last)
