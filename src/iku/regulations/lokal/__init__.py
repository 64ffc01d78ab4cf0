"""Scales of single governments, each from the document that prints it."""

from __future__ import annotations

from iku.regulations.lokal.maluku_tengah_2021 import SKALA_MALUKU_TENGAH

__all__ = ["SKALA_MALUKU_TENGAH"]
