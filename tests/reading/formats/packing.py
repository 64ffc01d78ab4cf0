"""Word files and archives as tests write them by hand."""

from __future__ import annotations

from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES: Final = (
    f'xmlns:w="{W}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_RELATIONS: Final = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="/word/document.xml"/></Relationships>'
)


def pack(members: dict[str, bytes | str], *, method: int = ZIP_DEFLATED) -> bytes:
    """Make a ZIP archive."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(ZipInfo(name), data, compress_type=method)
    return file.getvalue()


def pack_docx(
    body: str, members: dict[str, str] | None = None, *, method: int = ZIP_DEFLATED
) -> bytes:
    """Make a Word file of the XML of its body and of other members of its folder."""
    return pack(
        {
            "_rels/.rels": _RELATIONS,
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            **{
                f"word/{name}.xml": f"<w:{name} {NAMESPACES}>{text}</w:{name}>"
                for name, text in (members or {}).items()
            },
        },
        method=method,
    )


def paragraph(*runs: str) -> str:
    """A paragraph of runs: text, or XML of their own."""
    return f"<w:p>{''.join(run if run.startswith('<') else text(run) for run in runs)}</w:p>"


def text(words: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells: text, or XML of their own."""
    return f"<w:tbl>{''.join(row(*cells) for cells in rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """A row of a table."""
    made = (one if one.startswith("<w:tc>") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    """A cell of a table."""
    inside = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"
