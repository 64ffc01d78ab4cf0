"""
What the law fixes: one module for each norm, constants with their source and validity.

Nothing here is applied by itself. A rule is a value that somebody names, and
each says how far its source was read (`StatusRujukan`): what is known only
from texts that quote a regulation is `sekunder`. Where offices use variants,
each variant has a name of its own.
"""

from __future__ import annotations

from iku.regulations.bps_ipm import ACUAN_IPM
from iku.regulations.ketentuan import Ketentuan
from iku.regulations.permenpanrb_14_2017 import IKM, IKM_TERCETAK
from iku.regulations.permenpanrb_88_2021 import NILAI_AKIP

__all__ = ["ACUAN_IPM", "IKM", "IKM_TERCETAK", "NILAI_AKIP", "Ketentuan"]
