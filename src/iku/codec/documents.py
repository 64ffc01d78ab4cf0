"""Documents in and out of texts and files."""

from __future__ import annotations

import os
from pathlib import Path
from stat import S_IMODE
from typing import TYPE_CHECKING

from iku.codec._foreign import Tags
from iku.codec._loading import CHAIN, Loader, run_on_fresh_stack
from iku.codec._output import Canonical
from iku.codec._scalars import wrong_type
from iku.codec._shapes import shape_of
from iku.codec.limits import DEFAULT, Limits
from iku.domain import Dokumen

if TYPE_CHECKING:
    from iku.codec._foreign import Formulas, Rules
    from iku.errors import PluginError


def check_plugins(
    *, registry: Formulas | None = None, rules: Rules | None = None
) -> tuple[PluginError, ...]:
    """
    Load every plug-in that is installed or registered, and tell which cannot be used.

    Each error names the plug-in, and its location is the tag. A document is loaded all the
    same: a formula of a broken plug-in is kept unread as `FormulaTakDikenal`, a capaian rule
    as `AturanTakDikenal`, with the error as its `sebab`. A program that would rather stop asks
    here first.

    >>> check_plugins()
    ()
    """
    return Tags(registry, rules).check()


def loads(
    text: str | bytes,
    *,
    limits: Limits = DEFAULT,
    registry: Formulas | None = None,
    rules: Rules | None = None,
) -> Dokumen:
    """
    Read a document from text or UTF-8 bytes.

    `registry` and `rules` name the formulas and capaian rules that are known;
    without them those of `iku.registry` and `iku.scoring.registry` are.

    >>> loads('{"iku": "1.0", "tipe": "dokumen", "jenis": "iku", "judul": "IKU Kota"}').judul
    'IKU Kota'

    Raises:
        LoadError: All faults at once, each with its path.
    """
    loader = Loader(limits=limits, tags=Tags(registry, rules))
    return run_on_fresh_stack(lambda: loader.read(text))


def load(
    path: str | os.PathLike[str],
    *,
    limits: Limits = DEFAULT,
    registry: Formulas | None = None,
    rules: Rules | None = None,
) -> Dokumen:
    """
    Read a document from a file.

    Raises:
        LoadError: All faults at once, each with its path.
        OSError: The file cannot be read.
    """
    with Path(path).open("rb") as file:
        data = file.read(limits.bytes + 1)  # one more tells that the file is too large
    return loads(data, limits=limits, registry=registry, rules=rules)


def dumps(dokumen: Dokumen, *, registry: Formulas | None = None, rules: Rules | None = None) -> str:
    """
    Write a document as canonical text: equal documents give equal text.

    Raises:
        IkuError: The document holds something that has no form in it, like a
            formula of a class that is not registered.
    """
    if dokumen.__class__ is not Dokumen:
        raise wrong_type(dokumen, "a Dokumen")
    shape, tags = shape_of(Dokumen), Tags(registry, rules)
    newer = CHAIN.is_newer(dokumen.versi_format)
    return run_on_fresh_stack(lambda: Canonical(tags, newer=newer).write(shape, dokumen) + "\n")


def dump(
    dokumen: Dokumen,
    path: str | os.PathLike[str],
    *,
    registry: Formulas | None = None,
    rules: Rules | None = None,
) -> None:
    """
    Write a document to a file, wholly or not at all.

    The text goes to a new file beside the old one, which then takes its place
    and keeps its permissions; a failure leaves the old file as it was.

    Raises:
        IkuError: As `dumps`.
        OSError: The file cannot be written.
    """
    data = dumps(dokumen, registry=registry, rules=rules).encode()
    target = Path(path).resolve()
    beside = target.with_name(f".{os.urandom(8).hex()}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(S_IMODE(target.stat().st_mode))
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
