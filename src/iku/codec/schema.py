"""
The format as JSON Schema 2020-12, for readers in other languages.

It says what a schema can say; `UNSAID` lists what only the loader checks.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from iku.angka import MAXIMUM_DIGITS
from iku.codec._foreign import PREFIX, Tags
from iku.codec._shapes import (
    TAG,
    Family,
    Kind,
    Many,
    Plugin,
    Record,
    Scalar,
    Word,
    shape_of,
)
from iku.codec.limits import DEFAULT
from iku.domain import FORMAT, Asal, DasarHukum, Dokumen, Pemda, Penandatangan, Rujukan
from iku.domain.perangkat_daerah import _KODE_WILAYAH
from iku.domain.periode import FIRST_YEAR, LAST_YEAR
from iku.errors import IkuError
from iku.formula.plugins import is_vendor_tag
from iku.scoring import NilaiBerjenjang

if TYPE_CHECKING:
    from collections.abc import Callable

    from iku.codec._foreign import Formulas, Rules
    from iku.codec._shapes import Member, OneOf, Shape

Schema: TypeAlias = dict[str, Any]
"""A JSON Schema as plain values."""

UNSAID: Final[dict[str, str]] = {
    "bad-encoding": "which bytes the text is made of",
    "too-large": "how many bytes it has",
    "too-deep": "how deep extensions are nested",
    "too-many-nodes": "how many objects and arrays there are",
    "duplicate-key": "whether a key stands twice in an object",
    "wrong-type": "2023.0 is a whole number to a schema, and none to the loader",
    "bad-text": "characters that belong to no text, and too many marks on one letter",
    "text-too-long": "the length of texts in extensions and of their keys",
    "bad-kode": "the length of a kode in NFC, and spaces around it",
    "bad-date": "days that no month has",
    "bad-nip": "whether a NIP holds a date and a month",
    "periode-order": "whether a span ends after it begins",
    "rentang-order": "whether a lower bound is below the upper one",
    "bad-skala": "whether the bounds of a scale rise, hold numbers and fit its step",
    "duplicate-label": "whether a label stands twice in a scale",
    "duplicate-target": "two targets for one period and source",
    "duplicate-realisasi": "two results for one period and source",
    "duplicate-data": "two figures for one variable, period and source",
    "duplicate-kode": "a kode twice in a document",
    "missing-kode": "a Penjelasan without kode beside others",
    "unknown-ref": "references to nothing",
    "cycle": "indicators that are computed from each other",
    "formula-syntax": "the grammar of a formula",
    "formula-too-large": "the size of a formula",
    "formula-too-deep": "the depth of a formula",
    "bad-exponent": "the exponents of a formula",
    "bad-pengali": "whether a multiplier is positive",
    "bad-suku": "how many variables a sum or an index has",
    "duplicate-suku": "a variable twice in a sum or an index",
    "bad-steps": "how many periods a growth looks back",
    "bad-per": "what a rate is stated per",
    "bad-bobot": "whether weights are positive and add up",
    "bad-acuan": "whether reference bounds have a distance and a logarithm",
    "bad-aturan": "whether the parts of a capaian rule fit together",
}
"""Codes of faults that a schema lets pass, and what it cannot say."""

# A bare `$` lets a line break pass in Python, and `\d` other digits.
_END: Final = r"(?![\s\S])"
_ANY_MARK: Final = r"[^ \t\n\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
_YEAR: Final = "(19[0-9]{2}|2[01][0-9]{2}|2200)"
_PERIODE: Final = (
    rf"^({_YEAR}(-(sd-)?(S[12]|TW[1-4]|B(0[1-9]|1[0-2]))|/{_YEAR})|TAHUN-([1-9][0-9]?|100)){_END}"
)
_ANGKA: Final = (
    rf"^-?(?=(\.?[0-9]){{1,{DEFAULT.digits}}}(?![0-9.]))"
    rf"(0|[1-9][0-9]*)(\.[0-9]{{1,{DEFAULT.decimals}}})?{_END}"
)
_SLUG: Final = "[a-z0-9][a-z0-9_-]{0,62}"
_VENDOR: Final = rf"^{_SLUG}:{_SLUG}/[1-9][0-9]{{0,3}}{_END}"

_POSITION: Final[Schema] = {"type": "integer", "minimum": 1, "maximum": 10_000_000}
_FIELDS: Final[dict[tuple[type, str], Schema]] = {
    **{(Asal, name): _POSITION for name in ("halaman", "tabel", "baris", "kolom")},
    (NilaiBerjenjang, "pembulatan"): {"type": "integer", "minimum": 0, "maximum": MAXIMUM_DIGITS},
    (DasarHukum, "tahun"): {"type": "integer", "minimum": 1945, "maximum": 2200},
    (Dokumen, "versi_format"): {"const": FORMAT},
    (Pemda, "kode_wilayah"): {"type": "string", "pattern": f"^(?:{_KODE_WILAYAH.pattern}){_END}"},
    (Penandatangan, "nip"): {"type": "string", "pattern": f"^( *[0-9]){{18}} *{_END}"},
}
"""Fields that take less than their type says; a test holds them against the constructors."""

_RECORDS: Final[dict[type, Schema]] = {
    Rujukan: {"anyOf": [{"required": [name]} for name in ("dasar_hukum", "uraian", "tautan")]},
}
"""What classes ask of their fields together, as far as a schema can say it."""

_TEXT: Final = Scalar(Kind.TEXT)
_SCALARS: Final[dict[Kind, Schema]] = {
    Kind.TEXT: {"type": "string", "maxLength": DEFAULT.text},
    Kind.SATUAN: {"type": "string", "maxLength": DEFAULT.text, "pattern": _ANY_MARK},
    Kind.INTEGER: {"type": "integer"},
    Kind.FLAG: {"type": "boolean"},
    Kind.ANGKA: {"type": "string", "pattern": _ANGKA},
    Kind.TANGGAL: {"type": "string", "pattern": f"^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}{_END}"},
    Kind.PERIODE: {
        "anyOf": [
            {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
            {"type": "string", "pattern": _PERIODE},
        ]
    },
}


def json_schema(*, registry: Formulas | None = None, rules: Rules | None = None) -> Schema:
    """
    Make the JSON Schema of a document in the format of this library.

    Formulas and rules of third parties are taken with any content.

    >>> json_schema()["title"]
    'Dokumen kinerja (performance document): a plan or report with all that hangs on it.'
    """
    writer = _Writer(Tags(registry, rules))
    root = writer.record(shape_of(Dokumen))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:iku:dokumen:{FORMAT}",
        **root,
        "$defs": dict(sorted(writer.definitions.items())),
    }


class _Writer:
    """Collects the definitions that a schema refers to."""

    def __init__(self, tags: Tags) -> None:
        self._tags = tags
        self.definitions: dict[str, Schema] = {}

    def record(self, record: Record) -> Schema:
        """Write the schema of an object."""
        tag = {} if record.tag is None else {TAG: {"const": record.tag}}
        properties = {one.key: self._member(record, one) for one in record.members}
        required = [*tag, *(one.key for one in record.members if one.required)]
        # Python leaves the documentation out when it is told to (`-OO`).
        words = (inspect.getdoc(record.kind) or "").splitlines()
        schema: Schema = dict(zip(["title"], words, strict=False))
        schema |= {"type": "object", "properties": {**tag, **properties}}
        if required:
            schema["required"] = required
        if record.extensible:
            schema["patternProperties"] = {f"^{PREFIX}": True}
        return schema | _RECORDS.get(record.kind, {}) | {"additionalProperties": False}

    def _member(self, record: Record, member: Member) -> Schema:
        special = _FIELDS.get((record.kind, member.name))
        if special is not None:
            return special
        schema = self._shape(member.shape)
        if member.shape == _TEXT and _refuses(member, ""):
            return schema | {"pattern": _ANY_MARK}
        if member.shape == Many(_TEXT) and _refuses(member, ("",)):
            return schema | {"items": schema["items"] | {"pattern": _ANY_MARK}}
        return schema

    def _shape(self, shape: Shape) -> Schema:
        match shape:
            case Record():
                return self._reference(shape.kind.__name__, lambda: self.record(shape))
            case Many():
                return {"type": "array", "items": self._shape(shape.item)}
            case Scalar():
                return _SCALARS[shape.kind]
            case Word():
                return {"enum": [member.value for member in shape.kind]}
            case Plugin():
                return self._reference(
                    "".join(shape.family.value.title().split()), lambda: self._plugin(shape.family)
                )
            case _:
                return self._one_of(shape)

    def _reference(self, name: str, write: Callable[[], Schema]) -> Schema:
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = write()
        return {"$ref": f"#/$defs/{name}"}

    def _one_of(self, shape: OneOf) -> Schema:
        return {"anyOf": [_SCALARS[Kind.ANGKA], *map(self._shape, shape.records)]}

    def _plugin(self, family: Family) -> Schema:
        own = [tag for tag in self._tags.known(family) if not is_vendor_tag(tag)]
        kinds = [self._tags.find(family, tag) for tag in own]
        foreign = {"type": "string", "pattern": _VENDOR}
        return {
            "anyOf": [
                *(self._shape(shape_of(kind)) for kind in kinds if kind is not None),
                {"type": "object", "properties": {TAG: foreign}, "required": [TAG]},
            ]
        }


def _refuses(member: Member, value: object) -> bool:
    """Ask the check of a field whether it takes a value."""
    try:
        (member.check or str)(value)
    except IkuError:
        return True
    return False
