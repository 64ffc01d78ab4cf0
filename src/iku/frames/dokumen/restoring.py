"""Rows put back into the document that they are of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeGuard, cast

import attrs
import narwhals as nw

from iku.angka import Angka
from iku.domain.dokumen import Dokumen
from iku.domain.indikator import Indikator
from iku.domain.nilai import Ambang, Kategori, Kosong, Nilai, Pembanding, Rentang, SebabKosong
from iku.domain.periode import Periode
from iku.domain.target import Data, Kondisi, Pagu, Realisasi, Target, Variabel
from iku.errors import FrameError, IkuError, NotFoundError, quote
from iku.frames.dokumen.rows import DATA, FIELDS, take_items
from iku.scoring.consolidation.choosing import check_kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from iku.frames.dokumen.rows import Butir
    from iku.frames.names import Frame

_NEEDED: Final = ("kode", "jenis", "periode", "bentuk", "teks")
"""Columns that are read."""
_OPTIONAL: Final = ("catatan", "sumber")
"""Columns that are read where they are there."""
_KINDS: Final[dict[str, type[Butir]]] = {
    "kondisi_awal": Kondisi,
    "target": Target,
    "realisasi": Realisasi,
    "kondisi_akhir": Kondisi,
    "pagu": Pagu,
    DATA: Data,
}
"""The class of each word in `jenis`."""


def to_dokumen(rows: object, dokumen: Dokumen) -> Dokumen:
    """
    Put rows back: a document with the figures that they say.

    `rows` are what `from_dokumen` gives, or a frame of any engine with these columns;
    `bentuk` and `teks` are read, and not the doubles beside them. A row takes the place of
    the figure of the same kode, jenis, periode and sumber, and is added where there is
    none. So `to_dokumen(from_dokumen(dokumen), dokumen) == dokumen`.

    >>> from iku.domain import JenisDokumen
    >>> koperasi = Indikator(kode="S1.1", nama="Koperasi baik")
    >>> dokumen = Dokumen(jenis=JenisDokumen.IKU, judul="IKU", indikator=(koperasi,))
    >>> row = {"kode": "S1.1", "jenis": "realisasi", "periode": "2023", "bentuk": "angka",
    ...        "teks": "97.10"}
    >>> to_dokumen([row], dokumen).find_indikator("S1.1").realisasi[0].nilai
    Angka(teks='97.10')

    Raises:
        FrameError: `wrong-type` for what are no rows, or no text where text is read,
            `unknown-column` for a column that is not there, `bad-choice` for another word
            in `jenis` or `bentuk`, `duplicate-periode` for two rows about one state of an
            indicator.
        NotFoundError: the document has no noun with the kode.
        IkuError: what the model refuses.
    """
    check_kind(dokumen, Dokumen, "dokumen")
    indikator = {each.kode: each for each in dokumen.walk(Indikator)}
    variabel = [each.kode for each in dokumen.walk(Variabel)]
    new: dict[tuple[str, str], list[Butir]] = defaultdict(list)
    for index, cells in enumerate(_take_rows(rows)):
        try:
            jenis = _choose(cells, "jenis", tuple(_KINDS))
            kode = _require_text(cells, "kode")
            if kode not in (known := variabel if jenis == DATA else indikator):
                raise NotFoundError("noun with kode", kode, tuple(known)).under("kode")
            # Figures of all variables stand in one list, in the order of the rows.
            new["" if jenis == DATA else kode, jenis].append(_read_row(cells, jenis, kode))
        except IkuError as error:
            raise error.under("rows", index) from None
    figures = new.pop(("", DATA), [])
    changes: dict[str, dict[str, object]] = defaultdict(dict)
    for (kode, jenis), items in new.items():
        merged = _merge(take_items(indikator[kode], FIELDS[jenis]), items)
        single = _KINDS[jenis] is Kondisi
        changes[kode][FIELDS[jenis]] = _take_single(merged, kode, jenis) if single else merged
    done = cast("Dokumen", _rebuild(dokumen, changes))
    if not figures:
        return done
    return attrs.evolve(done, data=cast("tuple[Data, ...]", _merge(done.data, figures)))


def _take_rows(rows: object) -> Iterator[Mapping[str, object]]:
    """Take rows one by one, of a frame or of whatever gives mappings."""
    taken: object = nw.from_native(cast("Any", rows), pass_through=True)
    if _is_frame(taken):
        yield from _split_frame(taken.lazy().collect())
        return
    if not isinstance(rows, Iterable):
        raise _refuse_rows(rows)
    for row in cast("Iterable[object]", rows):
        if not isinstance(row, Mapping):
            raise _refuse_rows(row)
        yield cast("Mapping[str, object]", row)


def _is_frame(taken: object) -> TypeGuard[Frame]:
    return isinstance(taken, nw.DataFrame | nw.LazyFrame)


def _refuse_rows(found: object) -> FrameError:
    return FrameError(
        "wrong-type",
        found=quote(found),
        expected="rows as mappings, or a frame",
        repair="give what iku.frames.from_dokumen gives",
        location=("rows",),
    )


def _split_frame(frame: nw.DataFrame[Any]) -> Iterator[Mapping[str, object]]:
    names = [name for name in (*_NEEDED, *_OPTIONAL) if name in frame.columns]
    # Engines have marks of their own for what is missing.
    columns = [
        [
            None if missing else cell
            for cell, missing in zip(
                frame[name].to_list(), frame[name].is_null().to_list(), strict=True
            )
        ]
        for name in names
    ]
    for cells in zip(*columns, strict=True):
        yield dict(zip(names, cells, strict=True))


def _read_text(cells: Mapping[str, object], name: str) -> str | None:
    if name in cells:
        cell = cells[name]
        if cell is None or isinstance(cell, str):
            return cell
        raise FrameError(
            "wrong-type",
            found=quote(cell),
            expected="text",
            repair='write digits as text: "98.60"',
            location=(name,),
        )
    if name in _OPTIONAL:
        return None
    raise FrameError(
        "unknown-column",
        found=f"no {name} in a row of {', '.join(map(str, cells)) or 'nothing'}",
        expected=f"the columns {', '.join(_NEEDED)}",
        repair="give what iku.frames.from_dokumen gives",
        location=(name,),
    )


def _require_text(cells: Mapping[str, object], name: str) -> str:
    text = _read_text(cells, name)
    if text is None:
        raise FrameError(
            "wrong-type",
            found="nothing",
            expected="text",
            repair="leave rows out that say nothing",
            location=(name,),
        )
    return text


def _choose(cells: Mapping[str, object], name: str, words: Sequence[str]) -> str:
    word = _require_text(cells, name)
    if word in words:
        return word
    raise FrameError(
        "bad-choice",
        found=quote(word),
        expected=f"one of {', '.join(words)}",
        repair="correct the word",
        location=(name,),
    )


def _read_row(cells: Mapping[str, object], jenis: str, kode: str) -> Butir:
    kind = _KINDS[jenis]
    periode = _read_text(cells, "periode")
    values: dict[str, object] = {
        "nilai": _read_nilai(cells),
        "periode": None if periode is None else _read_periode(periode),
    }
    if kind not in (Kondisi, Pagu):
        values["sumber"] = _read_text(cells, "sumber")
    if kind is Data:
        values["variabel"] = kode
    return cast("Butir", cast("Any", kind)(**values))


def _read_periode(text: str) -> Periode:
    try:
        return Periode.from_text(text)
    except IkuError as error:
        raise error.under("periode") from None


def _read_nilai(cells: Mapping[str, object]) -> Nilai:
    bentuk = _choose(cells, "bentuk", tuple(_READERS))
    teks, catatan = _require_text(cells, "teks"), _read_text(cells, "catatan")
    try:
        return _READERS[bentuk](teks, catatan)
    except IkuError as error:
        # A value is one text here and has no fields.
        error.location = ("teks",)
        raise


def _read_rentang(text: str, _: str | None) -> Rentang:
    low, _, high = text.partition("/")
    return Rentang(bawah=Angka(low), atas=Angka(high))


def _read_ambang(text: str, _: str | None) -> Ambang:
    digits = text.lstrip("<>=")
    sign = text[: len(text) - len(digits)]
    return Ambang(pembanding=cast("Pembanding", sign), batas=Angka(digits))


_READERS: Final[dict[str, Callable[[str, str | None], Nilai]]] = {
    "angka": lambda text, _: Angka(text),
    "rentang": _read_rentang,
    "ambang": _read_ambang,
    "kategori": lambda text, skala: Kategori(label=text, skala=skala),
    "kosong": lambda text, told: Kosong(sebab=cast("SebabKosong", text), keterangan=told),
}
"""How the text of each kind of value is read."""


def _take_single(items: tuple[Butir, ...], kode: str, jenis: str) -> Butir:
    first, *others = items
    if others:
        raise FrameError(
            "duplicate-periode",
            found=f"{len(items)} rows of {jenis} for {quote(kode)}",
            expected="one row for each state of an indicator",
            repair="leave out the others",
            location=("rows",),
        )
    return first


def _find_key(item: Butir) -> tuple[object, ...]:
    if isinstance(item, Kondisi):
        return ()
    sumber = None if isinstance(item, Pagu) else item.sumber
    return item.periode, sumber, item.variabel if isinstance(item, Data) else None


def _merge(present: Sequence[Butir], new: Sequence[Butir]) -> tuple[Butir, ...]:
    """
    Put new items in the places of those they are about; the first for the first.

    One whose value stays has its provenance still; of another it would be untrue.
    """
    waiting: dict[tuple[object, ...], list[Butir]] = defaultdict(list)
    for item in new:
        waiting[_find_key(item)].append(item)
    merged: list[Butir] = []
    for item in present:
        instead = waiting[_find_key(item)]
        merged.append(_replace(item, instead.pop(0)) if instead else item)
    left = {id(item) for items in waiting.values() for item in items}
    return (*merged, *(item for item in new if id(item) in left))


def _replace(old: Butir, new: Butir) -> Butir:
    if old.nilai == new.nilai and old.periode == new.periode:
        return old
    if isinstance(old, Kondisi | Pagu):
        return new
    return cast("Butir", attrs.evolve(cast("Any", new), tambahan=old.tambahan))


def _rebuild(noun: object, changes: Mapping[str, Mapping[str, object]]) -> object:
    """Give a noun in which the indicators below it have new fields."""
    kode = getattr(noun, "kode", None)
    if isinstance(noun, Indikator):
        return attrs.evolve(noun, **cast("Any", changes[noun.kode])) if kode in changes else noun
    new: dict[str, object] = {}
    for field in ("misi", "tujuan", "sasaran", "indikator"):
        # A Tujuan names its Misi, and a Dokumen holds them.
        held = getattr(noun, field, None)
        if not isinstance(held, tuple):
            continue
        nouns = cast("tuple[object, ...]", held)
        built = tuple(_rebuild(each, changes) for each in nouns)
        if any(one is not other for one, other in zip(built, nouns, strict=True)):
            new[field] = built
    return attrs.evolve(cast("Any", noun), **new) if new else noun
