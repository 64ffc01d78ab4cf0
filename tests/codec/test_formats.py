"""Formats: identified, migrated step by step, newer ones kept as far as they can be."""

from __future__ import annotations

import json
from typing import Any, Final

import pytest

from iku.codec import dumps, loads
from iku.codec._loading import CHAIN, Chain, Loader
from iku.domain import FORMAT
from iku.errors import DecodeError, IkuError, LoadError

BARE: Final = {"iku": "1.0", "tipe": "dokumen", "jenis": "iku", "judul": "A"}


def rename_judul(document: dict[str, Any]) -> dict[str, Any]:
    """Go from 0.1 to 0.2: what was `nama` is `judul`."""
    return {"judul" if key == "nama" else key: value for key, value in document.items()}


def add_jenis(document: dict[str, Any]) -> dict[str, Any]:
    """Go from 0.2 to 1.0: a document says of which kind it is."""
    return {"jenis": "iku", **document}


FICTITIOUS: Final = Chain(steps={"0.1": ("0.2", rename_judul), "0.2": ("1.0", add_jenis)})


class TestMigration:
    """Old documents come to the present one step at a time."""

    def test_two_steps(self) -> None:
        """The steps are made one after the other."""
        old = {"iku": "0.1", "tipe": "dokumen", "nama": "A"}
        dokumen = Loader(chain=FICTITIOUS).build_dokumen(old)

        assert json.loads(dumps(dokumen)) == BARE

    def test_steps_compose(self) -> None:
        """From the middle it is the rest of the way."""
        old = {"iku": "0.1", "tipe": "dokumen", "nama": "A"}
        middle = {"iku": "0.2", "tipe": "dokumen", "judul": "A"}

        assert FICTITIOUS.migrate(old) == FICTITIOUS.migrate(middle) == (BARE, False)

    def test_the_present_format_is_left_alone(self) -> None:
        """Not even copied."""
        document, newer = FICTITIOUS.migrate(BARE)

        assert document is BARE
        assert not newer

    def test_the_original_is_not_changed(self) -> None:
        """A step makes a new document."""
        old = {"iku": "0.1", "tipe": "dokumen", "nama": "A"}
        FICTITIOUS.migrate(old)

        assert old == {"iku": "0.1", "tipe": "dokumen", "nama": "A"}

    def test_a_format_of_no_step_is_refused(self) -> None:
        """Nobody guesses what it meant."""
        with pytest.raises(DecodeError) as caught:
            FICTITIOUS.migrate({**BARE, "iku": "0.3"})

        assert (caught.value.code, caught.value.path) == ("unsupported-version", "$.iku")

    def test_the_library_has_no_step_yet(self) -> None:
        """1.0 is the first format."""
        assert CHAIN.current == FORMAT == "1.0"
        assert dict(CHAIN.steps) == {}


class TestNewer:
    """A newer minor format is read as far as it is known, and written back whole."""

    def test_unknown_keys_are_kept(self) -> None:
        """Where the class keeps extensions; the version is kept, too."""
        text = json.dumps(
            {
                **BARE,
                "iku": "1.7",
                "warna": {"a": [1, None]},
                "variabel": [{"kode": "A", "nama": "A", "tipe": "baru", "x-a": 1}],
            }
        )
        dokumen = loads(text)

        assert dokumen.versi_format == "1.7"
        assert dokumen.tambahan.to_dict() == {"warna": {"a": [1, None]}}
        assert dokumen.variabel[0].tambahan.to_dict() == {"tipe": "baru", "x-a": 1}
        assert json.loads(dumps(dokumen)) == json.loads(text)
        assert loads(dumps(dokumen)) == dokumen

    def test_where_nothing_is_kept_they_are_refused(self) -> None:
        """Silently dropping them would be worse."""
        with pytest.raises(LoadError) as caught:
            loads(json.dumps({**BARE, "iku": "1.1", "asal": {"warna": 1}, "x-a": 1, "b": 2}))

        assert [fault.path for fault in caught.value.faults] == ["$.asal.warna"]

    @pytest.mark.parametrize("version", ["1.1", "1.10", "1.9999"])
    def test_minor_versions_are_numbers(self, version: str) -> None:
        """10 comes after 9."""
        assert loads(json.dumps({**BARE, "iku": version})).versi_format == version

    @pytest.mark.parametrize("version", ["2.0", "0.9", "10.0", "1", "1.", "1.00", "1.10000", "x"])
    def test_other_versions_are_refused(self, version: str) -> None:
        """A newer major format means something else."""
        with pytest.raises(LoadError) as caught:
            loads(json.dumps({**BARE, "iku": version}))

        assert [fault.code for fault in caught.value.faults] == ["unsupported-version"]

    def test_an_extension_under_the_name_of_a_field_is_not_written(self) -> None:
        """A key cannot stand twice."""
        dokumen = loads(json.dumps({**BARE, "iku": "1.1", "b": 2}))
        renamed = dokumen.tambahan.from_mapping({"judul": "B"})
        from attrs import evolve  # noqa: PLC0415 - only here

        with pytest.raises(IkuError) as caught:
            dumps(evolve(dokumen, tambahan=renamed))

        assert (caught.value.code, caught.value.path) == ("duplicate-key", "$.judul")
