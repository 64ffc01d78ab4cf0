"""The algebra of the model: what equality, copies and edits promise each other."""

from __future__ import annotations

import copy
import pickle
import unicodedata
from typing import TYPE_CHECKING, Any, cast

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from iku.domain import Dokumen, Indikator, Realisasi, Target
from iku.testing.strategies import (
    dokumen,
    indikator,
    kode,
    periode,
    realisasi,
    target,
    teks,
)

if TYPE_CHECKING:
    from iku.domain import Periode

HALF = settings(max_examples=max(1, settings().max_examples // 2))
"""For laws that draw whole documents and walk them several times."""


def _rebuild(value: object) -> object:
    """Build a value anew from its fields, down to the leaves."""
    if isinstance(value, tuple):
        return tuple(_rebuild(item) for item in cast("tuple[object, ...]", value))
    if not attrs.has(type(value)):
        return value
    kind = cast("type[attrs.AttrsInstance]", type(value))
    fields = [field.name for field in attrs.fields(kind) if field.init]
    return kind(**{name: _rebuild(getattr(value, name)) for name in fields})


class TestEquality:
    """Two values are equal exactly when their fields are, and equal values hash alike."""

    @HALF
    @given(dokumen())
    def test_a_document_built_of_its_own_fields_is_itself(self, made: Dokumen) -> None:
        """Constructors are idempotent: what one has stored, it takes again unchanged."""
        again = _rebuild(made)
        assert again == made
        assert hash(again) == hash(made)

    @given(indikator(), st.data())
    def test_another_value_in_one_field_makes_another_indicator(
        self, made: Indikator, data: st.DataObject
    ) -> None:
        """No field is left out of the comparison."""
        other = data.draw(indikator())
        name = data.draw(st.sampled_from([field.name for field in attrs.fields(Indikator)]))
        value = getattr(other, name)
        if name in {"penjelasan", "penggabungan"}:
            return
        changed = attrs.evolve(made, **{name: value})
        assert (changed == made) == (value == getattr(made, name))

    @given(teks(max_size=200), kode())
    def test_the_spelling_of_a_text_makes_no_difference(self, text: str, name: str) -> None:
        """Composed or decomposed: one text."""
        made = Indikator(kode=name, nama=text)
        for form in ("NFC", "NFD"):
            spelled = unicodedata.normalize(cast("Any", form), text)
            assert Indikator(kode=name, nama=spelled) == made
        assert made.nama == unicodedata.normalize("NFC", text)


class TestCopies:
    """A copy of a value is the value, however it was made."""

    @HALF
    @given(dokumen())
    def test_pickled_copied_or_evolved_it_is_equal(self, made: Dokumen) -> None:
        """And hashes alike."""
        copies = (
            pickle.loads(pickle.dumps(made)),  # noqa: S301 - made on the same line
            copy.deepcopy(made),
            copy.copy(made),
            attrs.evolve(made),
        )
        for again in copies:
            assert again == made
            assert hash(again) == hash(made)


class TestEdits:
    """Setting a value and asking for it gives the value; setting it twice is setting it once."""

    @HALF
    @given(dokumen(), st.data())
    def test_a_target_that_was_set_is_there(self, made: Dokumen, data: st.DataObject) -> None:
        """The last one for its period and source, and the others are as they were."""
        names = [item.kode for item in made.walk(Indikator)]
        if not names:
            return
        name, new = data.draw(st.sampled_from(names)), data.draw(target())
        edited = made.with_target(name, new)
        found = edited.find_indikator(name).target
        assert new in found
        assert edited.with_target(name, new) == edited
        others = [item for item in made.find_indikator(name).target if not _meet(item, new)]
        assert [item for item in found if item != new] == others
        assert edited.replace(name, target=made.find_indikator(name).target) == made

    @HALF
    @given(dokumen(), st.data())
    def test_a_result_that_was_set_is_there(self, made: Dokumen, data: st.DataObject) -> None:
        """As a target is, and edits of two indicators can be made in either order."""
        names = [item.kode for item in made.walk(Indikator)]
        if len(names) < 2:
            return
        one, two = data.draw(realisasi()), data.draw(realisasi())
        forward = made.with_realisasi(names[0], one).with_realisasi(names[1], two)
        backward = made.with_realisasi(names[1], two).with_realisasi(names[0], one)
        assert forward == backward
        assert one in forward.find_indikator(names[0]).realisasi


def _meet(one: Target | Realisasi, two: Target | Realisasi) -> bool:
    return (one.periode, one.sumber) == (two.periode, two.sumber)


class TestPeriods:
    """Periods of one kind that contain each other are one period."""

    @given(periode(relatif=False), periode(relatif=False))
    def test_containing_each_other_is_being_the_same_days(self, one: Periode, two: Periode) -> None:
        """And of one kind it is being equal."""
        assert (one in two and two in one) == ((one.awal, one.akhir) == (two.awal, two.akhir))
        if (one.jenis, one.sampai_dengan) == (two.jenis, two.sampai_dengan):
            assert (one in two and two in one) == (one == two)
