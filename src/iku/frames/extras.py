"""Extras: what has to be installed beside the library for frames to work."""

from __future__ import annotations

from importlib import import_module

from iku.errors import FrameError


def require_library(name: str, extra: str) -> None:
    """
    Refuse to go on without a library that an extra brings.

    Raises:
        FrameError: `missing-extra`.
    """
    try:
        import_module(name)
    except ModuleNotFoundError:
        raise FrameError.missing_extra(name, extra) from None
