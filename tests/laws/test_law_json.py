"""The algebra of the codec: what writing, reading and refusing promise each other."""

from __future__ import annotations

import copy
import json
import pickle
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest
from cattrs import Converter
from cattrs.preconf.json import make_converter
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from iku.codec import configure, dumps, loads
from iku.domain import Dokumen, JenisDokumen
from iku.errors import IkuError, LoadError
from iku.testing.strategies import dokumen

if TYPE_CHECKING:
    from collections.abc import Callable

HALF = settings(max_examples=max(1, settings().max_examples // 2))
"""For laws that draw several documents or whose trees are walked many times."""

PLAIN = json.loads(dumps(Dokumen(jenis=JenisDokumen.IKU, judul="IKU")))
"""The smallest document."""


def _exact(text: str) -> Any:  # noqa: ANN401 - any JSON
    """Parse JSON and keep the text of its numbers."""

    def keep(digits: str) -> list[str]:
        return ["number", digits]

    return json.loads(text, parse_int=keep, parse_float=keep)


def _faults(text: str) -> set[tuple[str, str]]:
    with pytest.raises(LoadError) as caught:
        loads(text)
    faults = cast("tuple[IkuError, ...]", caught.value.exceptions)
    return {(fault.code, fault.path) for fault in faults}


class TestRoundTrip:
    """What is written is read back equal, and written again it is the same bytes."""

    @given(dokumen())
    def test_reading_undoes_writing(self, made: Dokumen) -> None:
        """From text and from bytes."""
        text = dumps(made)
        again = loads(text)
        assert again == made
        assert hash(again) == hash(made)
        assert dumps(again) == text
        assert loads(text.encode()) == made

    @HALF
    @given(dokumen())
    def test_the_text_is_strict_json_in_one_layout(self, made: Dokumen) -> None:
        """The standard library writes the same, so nobody needs us to write canonical text."""
        text = dumps(made)
        plain = json.loads(text)
        assert list(plain)[:2] == ["iku", "tipe"]
        if not _holds_float(plain):
            assert text == json.dumps(plain, indent=2, ensure_ascii=False) + "\n"

    @HALF
    @given(dokumen())
    def test_copies_are_written_alike(self, made: Dokumen) -> None:
        """Pickled, copied, evolved: equal documents give equal bytes."""
        text = dumps(made)
        for again in (
            pickle.loads(pickle.dumps(made)),  # noqa: S301 - made on the same line
            copy.deepcopy(made),
            attrs.evolve(made),
        ):
            assert dumps(again) == text

    @HALF
    @given(dokumen(), dokumen(), st.data())
    def test_equal_documents_and_no_others_give_equal_bytes(
        self, one: Dokumen, two: Dokumen, data: st.DataObject
    ) -> None:
        """One field taken over from another document decides both."""
        free = ["jenis", "judul", "kode", "perangkat_daerah", "periode", "versi", "skala"]
        free += ["aturan_capaian", "penandatangan", "asal", "tambahan", "versi_format"]
        name = data.draw(st.sampled_from(free))
        changed = attrs.evolve(one, **cast("Any", {name: getattr(two, name)}))
        assert (changed == one) == (dumps(changed) == dumps(one))
        assert (one == two) == (dumps(one) == dumps(two))

    def test_digits_that_are_written_otherwise_are_another_document(self) -> None:
        """1.0 is not 1.00, and -0 is not 0: equality and bytes agree."""
        texts = ["1.0", "1.00", "1", "-0", "0"]
        made = {dumps(_with_number(text)) for text in texts}
        assert len(made) == len({_with_number(text) for text in texts}) == len(texts)


def _with_number(text: str) -> Dokumen:
    plain = {**PLAIN, "indikator": [_indikator(target=[{"periode": 2023, "nilai": text}])]}
    return loads(json.dumps(plain))


def _indikator(**fields: object) -> dict[str, object]:
    return {"kode": "I", "nama": "n", **fields}


def _shuffle(value: Any, draw: Callable[[st.SearchStrategy[Any]], Any]) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, list):
        return [_shuffle(item, draw) for item in cast("list[object]", value)]
    if not isinstance(value, dict):
        return value
    pairs = list(cast("dict[str, object]", value).items())
    return {key: _shuffle(item, draw) for key, item in draw(st.permutations(pairs))}


class TestLayout:
    """Neither the order of keys nor the space between them says anything."""

    @settings(HALF, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(dokumen(), st.data(), st.sampled_from([None, 0, 1, "\t", " \n"]), st.booleans())
    def test_another_layout_is_the_same_document(
        self, made: Dokumen, data: st.DataObject, indent: int | str | None, ascii_only: bool
    ) -> None:
        """And is written back in ours."""
        text = dumps(made)
        assume(len(text) < 20_000)
        shuffled = _shuffle(json.loads(text, parse_float=_Digits, parse_int=_Digits), data.draw)
        other = _write(shuffled, indent=indent, ascii_only=ascii_only)
        assert loads(other) == made
        assert dumps(loads(other)) == text


class _Digits(str):
    """The text of a number, to be written as it is."""

    __slots__ = ()


def _write(value: object, *, indent: int | str | None = None, ascii_only: bool = False) -> str:
    """Write JSON, numbers by their text."""
    gap = "" if indent is None else "\n" + (" " * indent if isinstance(indent, int) else indent)

    def write(found: object) -> str:
        if isinstance(found, _Digits):
            return str.__str__(found)
        if isinstance(found, dict):
            pairs = cast("dict[str, object]", found).items()
            items = [f"{write(key)}:{gap}{write(item)}" for key, item in pairs]
            return "{" + gap + f"{gap},".join(items) + gap + "}"
        if isinstance(found, list):
            items = [write(item) for item in cast("list[object]", found)]
            return "[" + gap + f",{gap}".join(items) + gap + "]"
        return json.dumps(found, ensure_ascii=ascii_only)

    return write(value)


JSON_NUMBERS = st.from_regex(
    r"-?(0|[1-9][0-9]{0,20})(\.[0-9]{1,9})?([eE][+-]?[0-9]{1,3})?", fullmatch=True
).filter(str.isascii)


def _nest(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    keys = st.sampled_from(["", "a", "tipe", "kode", "x-", "é"])
    return st.lists(values, max_size=3) | st.dictionaries(keys, values, max_size=3)


FOREIGN = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.sampled_from(["", "a", "é", "\u1112\u1161".encode().decode(), " ", "-0", "x-"]),
        JSON_NUMBERS.map(_Digits),
    ),
    _nest,
    max_leaves=8,
)


class TestExtensions:
    """What other systems keep under x- keys comes back as it was, to the last digit."""

    @given(st.dictionaries(st.sampled_from(["x-", "x-a", "x-é", "x-tipe"]), FOREIGN))
    def test_extensions_survive(self, foreign: dict[str, object]) -> None:
        """In a document and in a noun of it."""
        plain = {**PLAIN, "indikator": [_indikator(**foreign)], **foreign}
        written = _exact(dumps(loads(_write(plain))))
        expected = _exact(_write(foreign).replace("\u1112\u1161", "하"))
        for holder in (written, written["indikator"][0]):
            found = {key: value for key, value in holder.items() if key.startswith("x-")}
            assert found == expected

    @given(st.dictionaries(st.sampled_from(["a", "kodde", "x-a"]), FOREIGN, min_size=1))
    def test_a_later_minor_format_keeps_what_we_do_not_know(
        self, foreign: dict[str, object]
    ) -> None:
        """And is written back under its own version; ours refuses the same keys."""
        later = {**PLAIN, "iku": "1.7", **foreign}
        text = dumps(loads(_write(later)))
        expected = _exact(_write(later).replace("\u1112\u1161", "하"))
        assert _exact(text) == expected
        ours = {**later, "iku": "1.0"}
        unknown = [key for key in foreign if not key.startswith("x-")]
        if unknown:
            assert _faults(_write(ours)) == {("unknown-field", f"$.{key}") for key in unknown}


class TestEmbedding:
    """A converter that was taught our classes reads and writes what `loads` and `dumps` do."""

    @HALF
    @given(dokumen(), st.sampled_from([Converter, make_converter]), st.booleans())
    def test_a_converter_agrees(
        self, made: Dokumen, make: Callable[..., Converter], detailed: bool
    ) -> None:
        """Whatever its own settings are."""
        converter = make(forbid_extra_keys=detailed, detailed_validation=detailed)
        configure(converter)
        plain = json.loads(dumps(made))
        assume(not _holds_float(plain))
        assert converter.structure(plain, Dokumen) == made
        assert converter.unstructure(made) == plain


def _holds_float(value: object) -> bool:
    """Tell whether a number would lose its text in Python's own JSON values."""
    if isinstance(value, dict):
        return any(map(_holds_float, cast("dict[str, object]", value).values()))
    if isinstance(value, list):
        return any(map(_holds_float, cast("list[object]", value)))
    return isinstance(value, float) or value == 0
