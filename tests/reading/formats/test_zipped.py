"""Archives: what is unpacked is counted, and nothing else is unpacked."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_STORED, ZipFile, ZipInfo

import pytest

from iku.errors import IkuError
from iku.reading.formats import split_file
from iku.reading.formats.zipped import Archive
from iku.reading.limits import DEFAULT, MEBIBYTE, Limits
from tests.reading.formats.packing import pack


def _read(data: bytes, limits: Limits, *names: str) -> list[bytes]:
    archive = Archive(data, limits)
    return [archive.read(name) for name in names]


def _refused(data: bytes, code: str, *names: str, limits: Limits = DEFAULT) -> IkuError:
    with pytest.raises(IkuError) as caught:
        _read(data, limits, *names)
    assert caught.value.code == code
    return caught.value


class TestMembers:
    """Only members that are asked for are unpacked."""

    def test_read(self) -> None:
        """Names in their order, and what they hold."""
        archive = Archive(pack({"b.xml": "<b/>", "a.bin": b"\0\1"}), DEFAULT)

        assert archive.names == ("b.xml", "a.bin")
        assert (archive.read("b.xml"), archive.read("a.bin")) == (b"<b/>", b"\0\1")

    def test_missing(self) -> None:
        """A member that is not there."""
        assert "'b.xml'" in _refused(pack({"a.xml": ""}), "bad-file", "b.xml").found

    def test_others_cost_nothing(self) -> None:
        """Pictures of any size may stand beside the text."""
        data = pack({"a.xml": "<a/>", "big.bin": bytes(40 * MEBIBYTE)})

        assert Archive(data, DEFAULT).read("a.xml") == b"<a/>"

    @pytest.mark.parametrize("name", ["../a", "a/../b", "/a", "C:/a", "a/.."])
    def test_paths(self, name: str) -> None:
        """Names that lead out of the archive; nothing is ever written to a disk."""
        _refused(pack({name: ""}), "bad-file")

    def test_backslash(self) -> None:
        """The other slash, which Windows takes for one."""
        data = pack({"a/b": ""}).replace(b"a/b", b"a\\b")

        _refused(data, "bad-file")

    def test_twice(self) -> None:
        """Of two members with one name nobody knows which is meant."""
        file = BytesIO()
        with ZipFile(file, "w") as archive:
            archive.writestr("a", "x")
            archive.writestr(ZipInfo("b"), "y")
        data = file.getvalue().replace(b"b", b"a")

        assert "two members" in _refused(data, "bad-file").found


class TestDamaged:
    """Archives that cannot be unpacked are refused as such."""

    def test_directory(self) -> None:
        """Cut off, or no archive at all."""
        data = pack({"a.xml": "<a/>"})

        for broken in (
            data[:-4],
            data[:10],
            b"",
            b"PK\x03\x04" * 20,
            data.replace(b"PK\1\2", b"PK\1\3"),
        ):
            _refused(broken, "bad-file")

    def test_member(self) -> None:
        """Bytes that were changed are noticed."""
        data = pack({"a.xml": "<aaaaaaaaaaaaaaaaaaaaaaaaa/>"}, method=ZIP_STORED)

        _refused(data.replace(b"<aaa", b"<bbb"), "bad-file", "a.xml")

    def test_packing(self) -> None:
        """Only the two ways of packing that Word and Excel use."""
        data = pack({"a.xml": "<a/>"}, method=ZIP_BZIP2)

        assert "method 12" in _refused(data, "bad-file", "a.xml").found

    def test_password(self) -> None:
        """A locked member says that it is locked."""
        data = bytearray(pack({"a.xml": "<a/>"}))
        data[6] |= 1
        data[data.index(b"PK\x01\x02") + 8] |= 1

        _refused(bytes(data), "encrypted-file", "a.xml")


class TestLimits:
    """The limit itself is allowed; one more is refused by its name."""

    def test_members(self) -> None:
        """Counted in the bytes: what the archive says of itself may lie."""
        data = pack({"a": "", "b": "", "c": ""})

        assert Archive(data, Limits(members=3)).names == ("a", "b", "c")
        error = _refused(data, "too-many-members", limits=Limits(members=2))
        assert error.expected == "at most 2 members (limit: members)"

    def test_unpacked(self) -> None:
        """All members that are read count together."""
        data = pack({"a": "x" * 60, "b": "y" * 40})

        archive = Archive(data, Limits(unpacked=100))
        assert [len(archive.read(name)) for name in archive.names] == [60, 40]
        error = _refused(data, "too-large", "a", "b", limits=Limits(unpacked=99))
        assert "(limit: unpacked)" in error.expected

    def test_ratio(self) -> None:
        """Above one mebibyte nothing honest packs a thousand times."""
        data = pack({"a": bytes(MEBIBYTE), "b": bytes(MEBIBYTE + 1)})

        assert Archive(data, DEFAULT).read("a")
        assert Archive(data, Limits(ratio=1_032)).read("b")
        assert "(limit: ratio)" in _refused(data, "too-compressed", "b").expected

    def test_nodes(self) -> None:
        """Tags and attributes together."""
        data = pack({"a.xml": "<a b=''/>"})

        assert Archive(data, Limits(nodes=2)).read("a.xml")
        error = _refused(data, "too-many-nodes", "a.xml", limits=Limits(nodes=1))
        assert "(limit: nodes)" in error.expected

    def test_declared_size_lies(self) -> None:
        """What is unpacked is counted, whatever the archive declares."""
        data = bytearray(pack({"a": "x" * 1_000}))
        entry = data.index(b"PK\x01\x02")
        data[entry + 24 : entry + 28] = (10).to_bytes(4, "little")

        _refused(bytes(data), "bad-file", "a")


class TestXml:
    """XML in which another text hides."""

    @pytest.mark.parametrize(
        "xml",
        [
            b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
            b'<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
            b"<!-- x --><!ENTITY b 'c'>",
        ],
    )
    @pytest.mark.parametrize("name", ["a.xml", "_rels/a.rels", "A.XML", "a.vml"])
    def test_doctype(self, name: str, xml: bytes) -> None:
        """A document type is refused before anything parses it."""
        _refused(pack({name: xml}), "doctype", name)

    @pytest.mark.parametrize(
        "xml",
        [
            "<!DOCTYPE a><a/>".encode("utf-16"),
            "<!DOCTYPE a><a/>".encode("utf-16-le"),
            b"<?xml version='1.0' encoding='UTF-7'?>+ADw-!DOCTYPE a+AD4-",
            b' <?xml version="1.0" encoding = "cp037"?><a/>',
        ],
    )
    def test_encoding(self, xml: bytes) -> None:
        """It cannot hide in another encoding."""
        assert "UTF-8" in _refused(pack({"a.xml": xml}), "bad-file", "a.xml").found

    @pytest.mark.parametrize(
        "xml", [b'<?xml version="1.0" encoding="UTF-8"?><a/>', b"\xef\xbb\xbf<a/>", b""]
    )
    def test_plain(self, xml: bytes) -> None:
        """What Word writes passes."""
        assert Archive(pack({"a.xml": xml}), DEFAULT).read("a.xml") == xml


@pytest.mark.parametrize("members", [{}, {"content.xml": ""}, {"xl/workbook.bin": "", "xl/a": ""}])
def test_other_archives(members: dict[str, bytes | str]) -> None:
    """Files of other programs are archives too."""
    with pytest.raises(IkuError) as caught:
        split_file(pack(members), ending=".docx", locale="id", limits=DEFAULT)

    assert caught.value.code == "unknown-file-kind"
