"""
Ten indikator of 514 kabupaten and kota, 40 OPD each, over ten years: two million rows.

    python examples/nasional/nasional.py --output /tmp/nasional
    python examples/nasional/nasional.py --output /tmp/nasional --engine spark://host:7077

Makes the reports from a seed, computes values, capaian and predikat of every row and
what they come to nationally, writes all of it as Parquet, and draws a chart. The answers
of both engines are the same to the last digit, and so is the fingerprint at the end.
"""

from __future__ import annotations

import argparse
import sys
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Any

import narwhals as nw
import polars as pl
from chart import draw
from engines import Engine, start
from table import GROWTH, INDIKATOR, Ukuran, make_rows

from iku import Angka
from iku.frames import aggregate, compute_capaian, evaluate, grade
from iku.regulations import SKALA_PERMENDAGRI
from iku.scoring import CaraAgregasi, DuaTargetMinusRealisasi, GapPolicy, RealisasiPerTarget

KEYS = ("wilayah", "opd", "tahun")
ANSWERS = ("nilai", "alasan", "capaian", "alasan_capaian", "predikat")
BATAS = {"minimum": Angka("0"), "maksimum": Angka("120")}
POSITIF, NEGATIF = RealisasiPerTarget(**BATAS), DuaTargetMinusRealisasi(**BATAS)
SKALA = SKALA_PERMENDAGRI.isi


def main() -> None:
    """Do all of it, and say how far it is."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--engine", default="polars", help="or local[2], or spark://host:7077")
    parser.add_argument("--output", type=Path, default=Path("nasional"), help="a folder")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--small", action="store_true", help="12 kabupaten with 3 OPD each")
    options = parser.parse_args()
    wilayah, opd = (12, 3) if options.small else (514, 40)
    options.output.mkdir(parents=True, exist_ok=True)
    for number, rows in enumerate(make_rows(wilayah, opd, options.seed), 1):
        rows.write_parquet(options.output / f"laporan-{INDIKATOR[number - 1].kode}.parquet")
        say(f"laporan {number}/{len(INDIKATOR)}")
    engine = start(options.engine)
    try:
        report(options.output, engine)
    finally:
        engine.stop()


def report(output: Path, engine: Engine) -> None:
    """Compute every indikator, then what they come to together."""
    nasional: list[pl.DataFrame] = []
    predikat: list[pl.DataFrame] = []
    for number, ukuran in enumerate(INDIKATOR, 1):
        begin = perf_counter()
        done = output / f"nilai-{ukuran.kode}.parquet"
        laporan = engine.read(output / f"laporan-{ukuran.kode}.parquet")
        engine.write(compute(laporan, ukuran), done)
        nasional.append(combine(engine.read(done), ukuran))
        predikat.append(count(engine.read(done)))
        say(f"{number}/{len(INDIKATOR)} {ukuran.nama}: {perf_counter() - begin:.1f} s")
    table = pl.concat(nasional)
    table.write_parquet(output / "nasional.parquet")
    table.write_csv(output / "nasional.csv")
    for ukuran in INDIKATOR:
        last = table.filter(pl.col("indikator") == ukuran.kode).sort("tahun").row(-1, named=True)
        print(
            f"{ukuran.nama:38} {last['tahun']}  {write(last['nilai']):>8}  "
            f"rata-rata capaian {write(last['capaian']):>6}%"
        )
    draw_chart(output / "predikat.svg", table, pl.concat(predikat))
    print(f"sidik jari {fingerprint(output)}")


def compute(rows: Any, ukuran: Ukuran) -> Any:  # noqa: ANN401 - a frame of any engine
    """Add to every report its value, capaian and predikat, and why there is none."""
    order: dict[str, Any] = {"over": ("wilayah", "opd"), "order_by": "tahun"}
    rows = evaluate(rows, ukuran.formula, reason="alasan", digits=2, **order)
    rule = NEGATIF if ukuran.negatif else POSITIF
    rows = compute_capaian(
        rows, rule=rule, target="target", realisasi="nilai", reason="alasan_capaian", digits=2
    )
    return grade(rows, SKALA, nilai="capaian", gap=GapPolicy.LOWER_EDGE)


def combine(frame: Any, ukuran: Ukuran) -> pl.DataFrame:  # noqa: ANN401 - a frame
    """Give the national value of each year, and the mean of all capaian."""
    if ukuran.formula is GROWTH:
        both = nw.from_native(frame).group_by("tahun").agg(nw.col("pembilang").sum())
        years = evaluate(collect(both.to_native()), GROWTH, order_by="tahun", digits=2)
    else:
        # The result of all is that of the sums, and not the mean of the parts.
        parts = {"pembilang": "pembilang", "penyebut": "penyebut", "pengali": ukuran.per}
        years = collect(aggregate(frame, by="tahun", digits=2, **parts))
    mean = {"cara": CaraAgregasi.RATA_RATA, "nilai": "capaian", "into": "capaian"}
    means = collect(aggregate(frame, by="tahun", dilewati="tanpa_capaian", digits=2, **mean))
    joined = years.join(means, on="tahun").sort("tahun")
    kept = ("tahun", "nilai", "capaian", pl.col("tanpa_capaian").cast(pl.Int64))
    return joined.select(pl.lit(ukuran.kode).alias("indikator"), *kept)


def collect(frame: Any) -> pl.DataFrame:  # noqa: ANN401 - a frame
    """Bring the few rows of a result here."""
    done: pl.DataFrame = nw.from_native(frame).lazy().collect("polars").to_native()
    return done


def count(frame: Any) -> pl.DataFrame:  # noqa: ANN401 - a frame
    """Count how often each predikat was reached in a year."""
    rows = nw.from_native(frame).filter(~nw.col("predikat").is_null())
    counted = collect(rows.group_by("tahun", "predikat").agg(banyak=nw.len()).to_native())
    return counted.with_columns(pl.col("banyak").cast(pl.Int64))


def draw_chart(path: Path, table: pl.DataFrame, predikat: pl.DataFrame) -> None:
    """Draw how many reached which predikat, with the mean of all indikator above."""
    labels = [one.label for one in SKALA.predikat]
    shares: dict[int, dict[str, float]] = {}
    for tahun, label, banyak in predikat.group_by("tahun", "predikat").agg(pl.sum("banyak")).rows():
        shares.setdefault(tahun, {})[label] = banyak
    for counts in shares.values():
        total = sum(counts.values())
        counts.update({label: number / total for label, number in counts.items()})
    means = table.group_by("tahun").agg(pl.mean("capaian")).rows()
    title = "Predikat capaian menurut tahun, dan rata-rata capaian (%)"
    above = {tahun: write(mean) for tahun, mean in means}
    path.write_text(draw(shares, above, labels, title), encoding="utf-8")


def fingerprint(output: Path) -> str:
    """Give one line for all answers, whatever the order and the files they are in."""
    found = sha256()
    for ukuran in INDIKATOR:
        path = output / f"nilai-{ukuran.kode}.parquet"
        rows = pl.read_parquet(path / "*.parquet" if path.is_dir() else path).sort(KEYS)
        found.update(rows.select(*KEYS, *ANSWERS).write_csv().encode())
    found.update((output / "nasional.csv").read_bytes())
    return found.hexdigest()[:16]


def write(value: float | None) -> str:
    """Write a figure as officials do."""
    return "-" if value is None else f"{value:.2f}".replace(".", ",")


def say(text: str) -> None:
    """Say how far it is, beside the results."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
