"""Words that officials write in columns with a closed list, and what they mean."""

from __future__ import annotations

from typing import Final

from iku.domain import JenisCascading, Konsolidasi, Polaritas

POLARITAS: Final = {
    **dict.fromkeys(("positif", "maximize", "maksimalkan", "max", "naik", "+"), Polaritas.POSITIF),
    **dict.fromkeys(("negatif", "minimize", "minimalkan", "min", "turun"), Polaritas.NEGATIF),
    **dict.fromkeys(("stabil", "stabilize", "stabilkan"), Polaritas.STABIL),
}
"""Which way an indicator improves."""
KONSOLIDASI: Final = {
    **dict.fromkeys(("sum", "jumlah", "penjumlahan"), Konsolidasi.JUMLAH),
    **dict.fromkeys(("average", "rata-rata", "rata rata"), Konsolidasi.RATA_RATA),
    **dict.fromkeys(("take last known", "terakhir", "nilai terakhir"), Konsolidasi.TERAKHIR),
}
"""How parts of a year make the year."""
CASCADING: Final = {
    "c": JenisCascading.PETA,
    "cp": JenisCascading.NON_PETA,
    "n": JenisCascading.NON_CASCADING,
}
"""How an indicator was handed down."""
SUMBER: Final = frozenset(
    {
        "renstra", "renstra perubahan", "perubahan renstra", "rpjmd", "rpjmd perubahan", "rpd",
        "rkpd", "renja", "rkt", "pk", "pk perubahan", "pk murni", "perjanjian kinerja", "iku",
        "murni", "perubahan", "rencana strategis", "semula", "menjadi", "induk",
        "sebelum perubahan", "setelah perubahan", "sesudah perubahan", "sebelum", "sesudah",
        "setelah",
    }
)  # fmt: skip
"""Documents that a column of targets is quoted from."""
