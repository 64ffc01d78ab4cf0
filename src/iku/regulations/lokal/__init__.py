"""Scales of single governments, each from the document that prints it."""

from __future__ import annotations

from iku.regulations.lokal.maluku_tengah_2021 import CAPAIAN_MALUKU_TENGAH, SKALA_MALUKU_TENGAH

__all__ = ["CAPAIAN_MALUKU_TENGAH", "SKALA_MALUKU_TENGAH"]
