"""Documents in and out of texts and files."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from stat import S_IMODE
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeAlias

import pytest

from iku import Angka, Dokumen, Indikator, JenisDokumen, Kosong, Periode, Tambahan, Target
from iku.codec import Limits, dump, dumps, load, loads
from iku.codec._shapes import as_array, as_object
from iku.errors import IkuError, LoadError
from iku.tree import Unlowered

if TYPE_CHECKING:
    from collections.abc import Callable

Json: TypeAlias = Any
"""What `json.loads` gives, or anything else."""

SMALL: Final = Dokumen(jenis=JenisDokumen.IKU, judul="IKU")
SMALL_TEXT: Final = """\
{
  "iku": "1.0",
  "tipe": "dokumen",
  "jenis": "iku",
  "judul": "IKU"
}
"""


class TestLoads:
    """A document is read from text or bytes."""

    def test_text(self) -> None:
        """A str is taken as it is."""
        assert loads(SMALL_TEXT) == SMALL

    @pytest.mark.parametrize("kind", [bytes, bytearray])
    def test_bytes(self, kind: Callable[[bytes], bytes]) -> None:
        """Bytes are UTF-8."""
        assert loads(kind(SMALL_TEXT.encode())) == SMALL

    def test_anything_else_is_refused(self) -> None:
        """A path or a file is for `load`."""
        with pytest.raises(LoadError) as caught:
            loads(Path("dokumen.json"))  # type: ignore[arg-type]  # what is tested

        assert [fault.code for fault in caught.value.faults] == ["wrong-type"]

    def test_order_of_keys_and_spaces_mean_nothing(self, complete: dict[str, Any]) -> None:
        """The same document in another dress is the same document."""

        def turn(value: object) -> object:
            found, items = as_object(value), as_array(value)
            if found is not None:
                return {key: turn(found[key]) for key in reversed(found)}
            return value if items is None else [turn(item) for item in items]

        assert loads(json.dumps(turn(complete))) == loads(json.dumps(complete, indent=1))

    def test_empty_arrays_equal_absent_ones(self) -> None:
        """Nothing is nothing, however it is written."""
        assert loads(SMALL_TEXT.replace("\n}", ',\n "misi": [], "data": []}')) == SMALL

    def test_defaults_may_be_written(self) -> None:
        """Who spells out a default says the same, and the canonical text leaves it out."""
        text = SMALL_TEXT.replace(
            "\n}",
            ', "variabel": [{"kode": "A", "nama": "A"}], "data": [{"variabel": "A",'
            '"periode": 2019, "nilai": {"tipe": "kosong", "sebab": "tidak_dicantumkan"}}]}',
        )
        dokumen = loads(text)

        assert dokumen.data[0].nilai == Kosong()
        assert "tidak_dicantumkan" not in dumps(dokumen)

    def test_equal_leaves_are_one_object(self) -> None:
        """A document of ten thousand years 2019 keeps one."""
        dokumen = loads(
            SMALL_TEXT.replace(
                "\n}",
                ', "indikator": [{"kode": "A", "nama": "A", "target": ['
                '{"periode": 2019, "nilai": "5"}, {"periode": 2020, "nilai": "5"}]}]}',
            )
        )
        first, second = dokumen.indikator[0].target

        assert first.nilai is second.nilai

    @pytest.mark.parametrize("room", [30, 45, 60, 100, 200])
    def test_the_caller_may_be_deep_in_its_stack(self, complete_text: str, room: int) -> None:
        """The answer does not depend on how much of the stack is left."""
        expected = loads(complete_text)

        def descend(levels: int) -> tuple[Dokumen, str]:
            if levels:
                return descend(levels - 1)
            return loads(complete_text), dumps(expected)

        depth = len_of_stack()
        found, text = descend(sys.getrecursionlimit() - depth - room)

        assert found == expected
        assert text == complete_text

    def test_faults_are_found_deep_in_the_stack_too(self) -> None:
        """An error in the other thread arrives here."""

        def descend(levels: int) -> None:
            if levels:
                descend(levels - 1)
            else:
                loads('{"iku": "1.0", "tipe": "dokumen", "jenis": 1}')

        with pytest.raises(LoadError) as caught:
            descend(sys.getrecursionlimit() - len_of_stack() - 40)

        assert [fault.code for fault in caught.value.faults] == ["wrong-type", "missing-field"]


def len_of_stack() -> int:
    """Count the frames below this call."""
    frame, count = sys._getframe(), 0
    while frame.f_back is not None:
        frame, count = frame.f_back, count + 1
    return count


class TestDumps:
    """A document has one text."""

    def test_small(self) -> None:
        """Two spaces a level, the envelope first, what is absent left out."""
        assert dumps(SMALL) == SMALL_TEXT

    def test_it_is_what_the_json_module_would_write(self, complete_text: str) -> None:
        """No more and no fewer spaces, no other escapes."""
        document = json.loads(
            complete_text.replace("1e2", "1").replace("-0\n", "0\n").replace("2.50", "2.5")
        )
        text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"

        assert dumps(loads(text)) == text

    @pytest.mark.parametrize("value", [None, {}, "{}", Periode.tahunan(2019)])
    def test_only_documents_are_written(self, value: Json) -> None:
        """A part of one has no envelope."""
        with pytest.raises(IkuError, match="expected a Dokumen"):
            dumps(value)

    def test_escapes(self) -> None:
        """Quotes, backslashes, line breaks and tabs; everything else stands as it is."""
        dokumen = Dokumen(jenis=JenisDokumen.IKU, judul='"a\\b"\n\té / ☃ \u2028')

        assert '"judul": "\\"a\\\\b\\"\\n\\té / ☃ \u2028"' in dumps(dokumen)
        assert loads(dumps(dokumen)) == dokumen

    def test_extensions_need_their_prefix(self) -> None:
        """What could not be read back is not written."""
        dokumen = Dokumen(
            jenis=JenisDokumen.IKU,
            judul="IKU",
            indikator=(
                Indikator(kode="A", nama="A", tambahan=Tambahan.from_mapping({"warna": "merah"})),
            ),
        )
        with pytest.raises(IkuError) as caught:
            dumps(dokumen)

        assert (caught.value.code, caught.value.path) == ("bad-tambahan", "$.indikator[0].warna")

    def test_a_formula_of_no_registry_is_not_written(self) -> None:
        """Nobody could read it back."""
        target = Target(periode=Periode.tahunan(2019), nilai=Angka("1"))
        dokumen = Dokumen(
            jenis=JenisDokumen.IKU,
            judul="IKU",
            indikator=(Indikator(kode="A", nama="A", target=(target,), penggabungan=Strange()),),
        )
        with pytest.raises(IkuError) as caught:
            dumps(dokumen)

        assert caught.value.code == "unknown-tag"
        assert caught.value.path == "$.indikator[0].penggabungan.tipe"

    def test_a_formula_under_the_tag_of_another_is_not_written(self) -> None:
        """It would be read back as the other."""
        dokumen = Dokumen(
            jenis=JenisDokumen.IKU,
            judul="IKU",
            indikator=(Indikator(kode="A", nama="A", penggabungan=Disguised()),),
        )
        with pytest.raises(IkuError) as caught:
            dumps(dokumen)

        assert caught.value.code == "bad-plugin"
        assert "Disguised" in str(caught.value)


class Strange:
    """A formula that nobody has registered."""

    tipe: ClassVar[str] = "aneh"

    @property
    def variables(self) -> tuple[str, ...]:
        """None."""
        return ()

    def lower(self) -> Unlowered:
        """Not called."""
        return Unlowered(kode="aneh", message="aneh")


class Disguised(Strange):
    """A formula that calls itself like one of ours."""

    tipe: ClassVar[str] = "langsung"


class TestFiles:
    """A file holds the whole document or the one before."""

    def test_round_trip(self, tmp_path: Path, complete_text: str) -> None:
        """What is dumped is loaded, byte for byte canonical."""
        dokumen = loads(complete_text)
        dump(dokumen, tmp_path / "a.json")

        assert load(tmp_path / "a.json") == dokumen
        assert (tmp_path / "a.json").read_bytes() == complete_text.encode()
        assert [path.name for path in tmp_path.iterdir()] == ["a.json"]

    def test_paths_may_be_text(self, tmp_path: Path) -> None:
        """Anything that `open` takes."""
        dump(SMALL, str(tmp_path / "a.json"))

        assert load(str(tmp_path / "a.json")) == SMALL

    def test_permissions_are_kept(self, tmp_path: Path) -> None:
        """Who could read the old file can read the new one, and nobody else."""
        path = tmp_path / "a.json"
        path.write_text("lama")
        path.chmod(0o640)
        dump(SMALL, path)

        assert S_IMODE(path.stat().st_mode) == 0o640

    def test_a_link_stays_a_link(self, tmp_path: Path) -> None:
        """The file that it names is replaced, not the link."""
        (tmp_path / "b.json").write_text("lama")
        (tmp_path / "a.json").symlink_to(tmp_path / "b.json")
        dump(SMALL, tmp_path / "a.json")

        assert (tmp_path / "a.json").is_symlink()
        assert load(tmp_path / "b.json") == SMALL

    def test_a_failure_leaves_the_old_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A full disk costs the new version, never the old one, and leaves no rest."""
        path = tmp_path / "a.json"
        path.write_text("lama")

        def fail(_: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", fail)
        with pytest.raises(OSError, match="No space"):
            dump(SMALL, path)

        assert path.read_text() == "lama"
        assert list(tmp_path.iterdir()) == [path]

    def test_nothing_is_written_of_what_has_no_text(self, tmp_path: Path) -> None:
        """The text is made before the file is touched."""
        bad = Dokumen(jenis=JenisDokumen.IKU, judul="A", tambahan=Tambahan.from_mapping({"a": 1}))
        with pytest.raises(IkuError):
            dump(bad, tmp_path / "a.json")

        assert list(tmp_path.iterdir()) == []

    def test_a_missing_file_is_an_os_error(self, tmp_path: Path) -> None:
        """As everywhere in Python."""
        with pytest.raises(FileNotFoundError):
            load(tmp_path / "a.json")

    def test_a_large_file_is_not_read_to_its_end(self, tmp_path: Path) -> None:
        """One byte beyond the limit is enough to know."""
        path = tmp_path / "a.json"
        path.write_text(SMALL_TEXT)
        with pytest.raises(LoadError) as caught:
            load(path, limits=Limits(bytes=10))

        assert [fault.code for fault in caught.value.faults] == ["too-large"]
