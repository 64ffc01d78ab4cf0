"""Formulas of a city that does not exist, as a plug-in of iku."""

from __future__ import annotations

from kota_contoh.ketergantungan import RasioKetergantungan
from kota_contoh.nilai_tengah import NilaiTengah

__all__ = ["NilaiTengah", "RasioKetergantungan"]
