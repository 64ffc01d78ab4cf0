"""What a bad document is told: each fault once, at its place, and nothing else."""

from __future__ import annotations

import copy
import json
from collections import Counter
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iku.codec import Limits, dumps, loads
from iku.codec._loading import Loader
from iku.codec._quick import Quick
from iku.domain import Dokumen, JenisDokumen
from iku.errors import CODES, IkuError, LoadError
from iku.testing.strategies import dokumen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HALF = settings(max_examples=max(1, settings().max_examples // 2))
"""For laws that draw several documents or whose trees are walked many times."""

PLAIN = json.loads(dumps(Dokumen(jenis=JenisDokumen.IKU, judul="IKU")))
"""The smallest document."""
AGAIN = "@@"
"""At the end of a key: when the text is written, the key stands there a second time."""


def _refusal(text: str | bytes) -> list[tuple[str, str]]:
    with pytest.raises(LoadError) as caught:
        loads(text)
    return _listed(caught.value)


def _listed(error: LoadError) -> list[tuple[str, str]]:
    faults = cast("tuple[IkuError, ...]", error.exceptions)
    return [(fault.code, fault.path) for fault in faults]


def _plain(made: Dokumen) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(dumps(made), parse_float=str)
    return plain


def _write(plain: object) -> str:
    return json.dumps(plain).replace(f'{AGAIN}"', '"')


Site = tuple[str | int, ...]


def _sites(value: object, site: Site = ()) -> Iterator[Site]:
    """Give the place of everything below a plain document that we are to understand."""
    if isinstance(value, dict):
        plain = cast("dict[str, object]", value)
        if ":" in str(plain.get("tipe")):
            return  # a formula of somebody else
        for key, item in plain.items():
            if not key.startswith("x-"):
                yield (*site, key)
                yield from _sites(item, (*site, key))
    elif isinstance(value, list):
        for index, item in enumerate(cast("list[object]", value)):
            yield (*site, index)
            yield from _sites(item, (*site, index))


def _reach(value: Any, site: Site) -> Any:  # noqa: ANN401 - any JSON
    for step in site:
        value = value[step]
    return value


def _replaced(plain: object, site: Site, new: object) -> Any:  # noqa: ANN401 - any JSON
    made = copy.deepcopy(plain)
    _reach(made, site[:-1])[site[-1]] = new
    return made


def _path(site: Site) -> str:
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in site)


ENVELOPE = {("iku",), ("tipe",)}
REQUIRED = {
    "misi": ("kode", "uraian"),
    "tujuan": ("kode", "uraian"),
    "sasaran": ("kode", "uraian"),
    "indikator": ("kode", "nama"),
    "variabel": ("kode", "nama"),
    "target": ("periode", "nilai"),
    "realisasi": ("periode", "nilai"),
    "pagu": ("periode", "nilai"),
    "data": ("variabel", "periode", "nilai"),
    "predikat": ("label",),
    "dasar_hukum": ("jenis", "nomor", "tahun"),
    "sumber_data": ("uraian",),
}
"""Keys that the objects of an array must have."""
NUMBERS = {"nilai", "bawah", "atas", "batas", "skor", "batas_bawah"}
WORDS = {"polaritas", "konsolidasi", "jenis", "status", "jenis_cascading", "pembanding", "sebab"}
TEXTS = {"uraian", "nama", "judul", "label", "definisi_operasional", "keterangan", "alasan"}
NO_NUMBERS = ("1,5", "01", "1e3", "NaN", "+1", " 1", "1_0", "\u0661", "1.", "")
LEAVES: dict[str, tuple[set[str], list[tuple[str, object]]]] = {
    "number": (NUMBERS, [*(("bad-number", text) for text in NO_NUMBERS), ("wrong-type", 12)]),
    "digits": (NUMBERS, [("number-too-long", "1" * 35), ("number-too-long", "0." + "1" * 21)]),
    "text": (TEXTS, [("empty-text", " "), ("bad-text", "a\u0000"), ("bad-text", "\u202e")]),
    "kode": ({"kode"}, [("bad-kode", " "), ("bad-kode", "a" * 129), ("bad-text", "\u200b")]),
    "word": (WORDS, [("bad-choice", "salah"), ("bad-choice", "")]),
    "day": ({"tanggal", "berlaku_mulai", "berlaku_sampai"}, [("bad-date", "2023-02-29")]),
}
"""What cannot stand in the place of a text, by the key of that place."""

Fault = tuple[str, Site, "Callable[[Any], None]"]
"""A code, the place it is reported at, and what makes the fault."""


def _setting(site: Site, new: object) -> Callable[[Any], None]:
    def change(plain: Any) -> None:  # noqa: ANN401 - any JSON
        _reach(plain, site[:-1])[site[-1]] = new

    return change


def _appending(site: Site, new: object) -> Callable[[Any], None]:
    def change(plain: Any) -> None:  # noqa: ANN401 - any JSON
        _reach(plain, site).append(new)

    return change


def _dropping(site: Site) -> Callable[[Any], None]:
    def change(plain: Any) -> None:  # noqa: ANN401 - any JSON
        del _reach(plain, site[:-1])[site[-1]]

    return change


def _value_faults(plain: object, site: Site) -> Iterator[tuple[str, Fault]]:
    """Exchange a value for one that cannot stand there."""
    value: object = _reach(plain, site)
    if site[-1] == "tipe":
        yield "tag", ("unknown-tag", site, _setting(site, "salah"))
        return
    yield "null", ("null", site, _setting(site, None))
    yield "boolean", ("wrong-type", site, _setting(site, True))
    yield from _leaf_faults(site, value)
    if isinstance(value, list):
        place = (*site, len(cast("list[object]", value)))
        yield "item", ("wrong-type", place, _appending(site, 7))


def _leaf_faults(site: Site, value: object) -> Iterator[tuple[str, Fault]]:
    key = str(site[-1])
    if key == "periode":
        for period in ("2023 ", "2023", "2023-TW5", "23", "TAHUN-0", 1899, 2201):
            yield "period", ("bad-periode", site, _setting(site, period))
        yield "span", ("periode-order", site, _setting(site, "2024/2019"))
    for name, (keys, odd) in LEAVES.items() if isinstance(value, str) else ():
        for code, text in odd if key in keys else ():
            yield name, (code, site, _setting(site, text))


def _key_faults(plain: object, site: Site) -> Iterator[tuple[str, Fault]]:
    """Add, drop or repeat a key of an object."""
    value: dict[str, Any] = _reach(plain, site)
    if value.__class__ is not dict:
        return
    later = cast("dict[str, Any]", plain)["iku"] != "1.0"
    if not later and ":" not in str(value.get("tipe")):
        yield "unknown", ("unknown-field", (*site, "salah"), _setting((*site, "salah"), "A"))
    array = site[-2] if len(site) > 1 and isinstance(site[-1], int) else None
    for key in REQUIRED.get(str(array), ()):
        yield "missing", ("missing-field", (*site, key), _dropping((*site, key)))
    for key in [key for key in value if not key.startswith("x-")]:
        yield "twice", ("duplicate-key", (*site, key), _setting((*site, key + AGAIN), value[key]))


def _link_faults(plain: dict[str, Any]) -> Iterator[tuple[str, Fault]]:
    """Name what is not there, or name two things alike."""
    for index, tujuan in enumerate(plain.get("tujuan", [])):
        if "misi" in tujuan:
            site = ("tujuan", index, "misi")
            yield "dangling", ("unknown-ref", site, _setting(site, "\u2205"))
    for index, _ in enumerate(plain.get("data", [])):
        site = ("data", index, "variabel")
        yield "dangling", ("unknown-ref", site, _setting(site, "\u2205"))
    for misi in plain.get("misi", []):
        twin = {"kode": misi["kode"], "uraian": "Kembar"}
        yield "twin", ("duplicate-kode", ("misi", 1, "kode"), _appending(("misi",), twin))


def _all_faults(plain: dict[str, Any], *, links: bool = True) -> dict[str, list[Fault]]:
    """Give every fault that one of the operators can make, by operator."""
    table: dict[str, list[Fault]] = {}
    sites = [site for site in _sites(plain) if site not in ENVELOPE]
    for site in sites:
        for name, fault in _value_faults(plain, site):
            table.setdefault(name, []).append(fault)
    for site in [(), *sites]:
        for name, fault in _key_faults(plain, site):
            table.setdefault(name, []).append(fault)
    for name, fault in _link_faults(plain) if links else ():
        table.setdefault(name, []).append(fault)
    return table


class TestFaults:
    """One fault gives one error at its place; several give as many, in their order."""

    @given(dokumen(), st.data())
    def test_one_fault_is_one_error(self, made: Dokumen, data: st.DataObject) -> None:
        """Whatever stands around it, and whatever refers to what was broken."""
        plain = _plain(made)
        table = _all_faults(plain)
        operator = data.draw(st.sampled_from(sorted(table)))
        code, site, change = data.draw(st.sampled_from(table[operator]))
        change(plain)
        assert _refusal(_write(plain)) == [(code, _path(site))]

    @given(dokumen(), st.data())
    def test_many_faults_are_as_many_errors(self, made: Dokumen, data: st.DataObject) -> None:
        """As long as none lies inside another."""
        plain = _plain(made)
        table = _all_faults(plain, links=False)
        table.pop("twice", None)
        chosen: list[Fault] = []
        for _ in range(data.draw(st.integers(2, 6))):
            operator = data.draw(st.sampled_from(sorted(table)))
            fault = data.draw(st.sampled_from(table[operator]))
            if not any(_overlap(fault[1], other[1]) for other in chosen):
                chosen.append(fault)
        for _, _, change in chosen:
            change(plain)
        found = _refusal(_write(plain))
        assert Counter(found) == Counter((code, _path(site)) for code, site, _ in chosen)

    @given(st.integers(1, 150), st.integers(1, 120))
    def test_errors_beyond_the_limit_are_counted(self, count: int, limit: int) -> None:
        """The first ones are listed, the rest is a number."""
        plain = {**PLAIN, "misi": [{"kode": f"M{index}"} for index in range(count)]}
        with pytest.raises(LoadError) as caught:
            loads(json.dumps(plain), limits=Limits(faults=limit))
        listed = [path for _, path in _listed(caught.value)]
        assert listed == [f"$.misi[{index}].uraian" for index in range(min(count, limit))]
        assert caught.value.omitted == count - len(listed)


def _overlap(one: Site, two: Site) -> bool:
    """Tell whether two places are in one another, or fields of one small object."""
    shorter = min(len(one), len(two))
    return one[:shorter] == two[:shorter] or one[:-1] == two[:-1]


class TestReaders:
    """The quick reader accepts what the thorough one accepts, and gives the same."""

    @HALF
    @given(dokumen())
    def test_both_give_the_same_document(self, made: Dokumen) -> None:
        """The thorough one is asked by taking the quick one away."""
        text = dumps(made)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Quick, "reader", _give_up)
            assert loads(text) == made

    @given(dokumen(), st.data())
    def test_neither_accepts_what_the_other_refuses(
        self, made: Dokumen, data: st.DataObject
    ) -> None:
        """On documents with one value exchanged for another."""
        plain = _plain(made)
        site = data.draw(st.sampled_from(list(_sites(plain))))
        odd = data.draw(st.sampled_from(ODD))
        text = _write(_replaced(plain, site, odd))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Quick, "reader", _give_up)
            thorough = _answer(text)
        quick = _answer(text)
        assert quick == thorough
        # Were the quick one to give up on a good document, both would still agree.
        assert _is_taken_quickly(text) == isinstance(quick, Dokumen)


ODD: list[object] = [
    None,
    True,
    0,
    2023,
    -1,
    1.5,
    10**20,
    "",
    " ",
    "1",
    "01",
    "2023",
    "2023-TW2",
    "%",
    "kosong",
    "positif",
    "2024-02-30",
    "2024-02-29",
    [],
    ["a"],
    {},
    {"tipe": "kosong"},
    {"tipe": "vendor:slug/1", "a": None},
    {"tipe": "persentase", "pembilang": "A", "penyebut": "B"},
]


def _give_up(*_: object) -> object:
    raise LookupError


def _answer(text: str) -> Dokumen | list[tuple[str, str]]:
    try:
        return loads(text)
    except LoadError as error:
        return _listed(error)


def _is_taken_quickly(text: str) -> bool:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("iku.codec._loading.Thorough", _Stop)
        try:
            Loader().read(text)
        except (LoadError, LookupError):
            return False
    return True


class _Stop:
    def __init__(self, *_: object, **__: object) -> None:
        raise LookupError


def _nest(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    keys = st.sampled_from(["", "a", "tipe", "kode", "x-", "é"])
    return st.lists(values, max_size=3) | st.dictionaries(keys, values, max_size=3)


FOREIGN = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.sampled_from(["", "a", "é", "\ud800", "2023", "-0", "x-", "persentase", "v:s/1"]),
    ),
    _nest,
    max_leaves=8,
)
"""JSON of any kind, and what Python writes beyond it."""


class TestTotal:
    """Whatever comes in, out comes a document or one kind of error."""

    @given(st.binary(max_size=200) | st.text(max_size=200))
    def test_any_bytes(self, source: bytes | str) -> None:
        """Most of them are no JSON."""
        _check_total(source)

    @given(
        FOREIGN, st.dictionaries(st.sampled_from([*REQUIRED, "visi", "versi", "jenis"]), FOREIGN)
    )
    def test_any_json(self, value: object, fields: dict[str, object]) -> None:
        """Alone, and in the place of every field."""
        _check_total(_write(value))
        _check_total(_write({**PLAIN, **fields}))

    @settings(HALF, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(dokumen(), st.data())
    def test_a_document_with_some_bytes_changed(self, made: Dokumen, data: st.DataObject) -> None:
        """Cut, repeated or overwritten."""
        source = bytearray(dumps(made).encode()[:20_000])
        for _ in range(data.draw(st.integers(1, 4))):
            start = data.draw(st.integers(0, len(source)))
            end = min(len(source), start + data.draw(st.integers(0, 30)))
            source[start:end] = data.draw(
                st.sampled_from(
                    [b"", b"null", b"1", b'"', b"{", b"]", b"\xff", b"\\u0000", b"1e999"]
                )
                | st.just(bytes(source[max(0, start - 20) : start]))
            )
        _check_total(bytes(source))

    @pytest.mark.parametrize(
        "piece", ["[", '{"x-a":', "[[],", '"', "\\", "1", "-", "[{}]", '{"a":1,']
    )
    def test_a_long_repetition(self, piece: str) -> None:
        """Alone, and as an extension."""
        _check_total(piece * 20_000)
        _check_total(_write(PLAIN)[:-1] + ',"x-a":' + piece * 20_000 + "}")


def _check_total(source: bytes | str) -> None:
    try:
        loads(source)
    except LoadError as error:
        for code, path in _listed(error):
            assert code in CODES
            assert path.startswith("$")
        for line in str(error).splitlines():
            assert len(line) <= 500
            assert line.isprintable()
