"""What fields take: text in NFC, kode of one line, tuples, words of a closed list, days."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, cast

import pytest

from iku._checks import MAXIMUM_KODE, MAXIMUM_MARKS, check_kode, normalise_text
from iku.domain import Dokumen, Indikator, JenisDokumen, Misi, Penjelasan, Polaritas, Tujuan, Versi
from iku.errors import CODES, DomainError

if TYPE_CHECKING:
    from collections.abc import Callable

MARK = "\u0301"


def _refused(call: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(DomainError) as caught:
        call()
    assert caught.value.code in CODES
    return caught.value.code, caught.value.path


def _misi(**fields: object) -> Misi:
    return Misi(**cast("Any", {"kode": "M1", "uraian": "Misi", **fields}))


class TestText:
    """Text is stored in NFC and says something."""

    @pytest.mark.parametrize(
        ("given", "stored"),
        [
            ("Misi ketiga", "Misi ketiga"),
            ("e\u0301", "é"),
            ("\u212b", "Å"),
            ("\u1112\u1161\u11ab", "한"),
            ("\u0958", "\u0915\u093c"),
            (" baris\n\tkedua ", " baris\n\tkedua "),
            ("a\u2028b", "a\u2028b"),
        ],
    )
    def test_it_is_stored_in_one_spelling(self, given: str, stored: str) -> None:
        """Two spellings of one text are one text."""
        assert _misi(uraian=given).uraian == stored

    @pytest.mark.parametrize(
        ("given", "code"),
        [
            (None, "wrong-type"),
            (3, "wrong-type"),
            (b"Misi", "wrong-type"),
            ("", "empty-text"),
            (" \n\u00a0", "empty-text"),
            ("a\x00b", "bad-text"),
            ("a\rb", "bad-text"),
            ("a\x85b", "bad-text"),
            ("a\u200bb", "bad-text"),
            ("a\u202eb", "bad-text"),
            ("\ufeffa", "bad-text"),
            ("a\ud800", "bad-text"),
            ("a\ue000", "bad-text"),
            ("a" + MARK * (MAXIMUM_MARKS + 1), "bad-text"),
        ],
    )
    def test_what_says_nothing_or_hides_something_is_refused(
        self, given: object, code: str
    ) -> None:
        """The error names the field."""
        assert _refused(lambda: _misi(uraian=given)) == (code, "$.uraian")

    def test_thirty_marks_in_a_row_are_taken(self) -> None:
        """The limit itself is inside."""
        text = "x" + MARK * MAXIMUM_MARKS
        assert _misi(uraian=text).uraian == text

    @pytest.mark.parametrize("text", ["a" + "\u0344" * 16, "\u0958" + "\u093c" * 30])
    def test_marks_are_counted_after_normalising_too(self, text: str) -> None:
        """What is taken once must be taken when it is read back."""
        assert _refused(lambda: normalise_text(text)) == ("bad-text", "$")

    @pytest.mark.parametrize("text", [Polaritas.POSITIF, "é"])
    def test_a_child_class_of_str_leaves_as_plain_text(self, text: str) -> None:
        """Enum members and the text of other libraries become ordinary text."""

        class Marked(str):
            __slots__ = ()

        for given in (text, Marked(text)):
            stored = _misi(uraian=given).uraian
            assert type(stored) is str
            assert stored == str(text)


class TestKode:
    """A kode is one short line without outer spaces."""

    @pytest.mark.parametrize("kode", ["S1", "1.01.2.22", "Nilai Tambah", "é", "a" * MAXIMUM_KODE])
    def test_it_is_taken(self, kode: str) -> None:
        """Also with spaces inside."""
        assert _misi(kode=kode).kode == kode

    @pytest.mark.parametrize(
        ("kode", "code"),
        [
            ("", "bad-kode"),
            (" S1", "bad-kode"),
            ("S1 ", "bad-kode"),
            ("S\n1", "bad-kode"),
            ("S\t1", "bad-kode"),
            ("S\u00a01", "bad-kode"),
            ("a" * (MAXIMUM_KODE + 1), "bad-kode"),
            ("a\u200b", "bad-text"),
            (1, "wrong-type"),
        ],
    )
    def test_other_text_is_refused(self, kode: object, code: str) -> None:
        """The error names the field."""
        assert _refused(lambda: _misi(kode=kode)) == (code, "$.kode")

    def test_its_length_is_counted_in_nfc(self) -> None:
        """Two spellings of one kode are both taken or both refused."""
        assert check_kode("e\u0301" * MAXIMUM_KODE) == "é" * MAXIMUM_KODE


class TestCollections:
    """Collections are stored as tuples, in their order."""

    @pytest.mark.parametrize("collect", [tuple, list, iter])
    def test_any_ordered_collection_is_taken(
        self, collect: Callable[[list[Indikator]], object]
    ) -> None:
        """The field holds a tuple of its own."""
        indikator = Indikator(kode="I1", nama="IKM")
        assert _misi(indikator=collect([indikator])).indikator == (indikator,)

    def test_a_child_class_of_tuple_leaves_as_plain_tuple(self) -> None:
        """Nothing that could carry more than its items is kept."""

        class Marked(tuple[object, ...]):
            __slots__ = ()

        assert type(_misi(indikator=Marked(())).indikator) is tuple

    @pytest.mark.parametrize(
        "given", ["I1", b"I1", dict[str, str](), set[str](), frozenset[str](), 3, None]
    )
    def test_what_has_no_order_is_refused(self, given: object) -> None:
        """A set would come out in another order tomorrow; a text is no collection."""
        assert _refused(lambda: _misi(indikator=given)) == ("wrong-type", "$.indikator")

    def test_an_item_of_another_class_is_refused_at_its_place(self) -> None:
        """The path has its position."""
        indikator = Indikator(kode="I1", nama="IKM")
        refusal = _refused(lambda: _misi(indikator=[indikator, "I2"]))
        assert refusal == ("wrong-type", "$.indikator[1]")

    @pytest.mark.parametrize(
        ("given", "code", "path"),
        [
            (["Bidang", ""], "empty-text", "$.penanggung_jawab[1]"),
            ([3], "wrong-type", "$.penanggung_jawab[0]"),
            ("Bidang", "wrong-type", "$.penanggung_jawab"),
        ],
    )
    def test_texts_are_checked_one_by_one(self, given: object, code: str, path: str) -> None:
        """The path has the position of the bad one."""
        assert _refused(lambda: Penjelasan(penanggung_jawab=cast("Any", given))) == (code, path)

    def test_texts_are_stored_in_one_spelling(self) -> None:
        """As single texts are."""
        assert Penjelasan(penanggung_jawab=("e\u0301",)).penanggung_jawab == ("é",)


class TestOtherFields:
    """Closed lists take members and their words, days are days, None means unsaid."""

    @pytest.mark.parametrize("given", [Polaritas.NEGATIF, "negatif"])
    def test_a_word_stands_for_its_member(self, given: object) -> None:
        """What is stored is the member."""
        assert (
            Indikator(kode="I", nama="n", polaritas=cast("Any", given)).polaritas
            is Polaritas.NEGATIF
        )

    @pytest.mark.parametrize("given", ["Negatif", "", 1, [], True])
    def test_another_word_is_refused(self, given: object) -> None:
        """The error lists the words."""
        word = cast("Any", given)
        refusal = _refused(lambda: Indikator(kode="I", nama="n", polaritas=word))
        assert refusal == ("bad-choice", "$.polaritas")

    @pytest.mark.parametrize("given", ["2024-01-01", datetime(2024, 1, 1), 2024])  # noqa: DTZ001 - it is refused
    def test_only_a_day_is_a_day(self, given: object) -> None:
        """A datetime would bring an hour that no document has."""
        day = cast("Any", given)
        assert _refused(lambda: Versi(label="v", tanggal=day)) == ("wrong-type", "$.tanggal")

    def test_a_day_is_taken(self) -> None:
        """As it is."""
        assert Versi(label="v", tanggal=date(2024, 1, 1)).tanggal == date(2024, 1, 1)

    def test_an_instance_of_another_class_is_refused(self) -> None:
        """The error says which class is wanted."""
        versi = cast("Any", "2024")
        with pytest.raises(DomainError, match="a Versi") as caught:
            Dokumen(jenis=JenisDokumen.IKU, judul="IKU", versi=versi)
        assert caught.value.path == "$.versi"

    def test_none_means_that_the_document_does_not_say(self) -> None:
        """It is stored as None."""
        assert Tujuan(kode="T", uraian="u", misi=None).misi is None
