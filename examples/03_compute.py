"""Compute a formula and a capaian, exactly, and see how the number was made."""

from __future__ import annotations

from iku import (
    Angka,
    DuaTargetMinusRealisasi,
    Kosong,
    Persentase,
    RealisasiPerTarget,
    SebabKosong,
    compute_capaian,
    evaluate,
    parse_formula,
    render_formula,
)

kontribusi = Persentase(pembilang="ntb_koperasi", penyebut="pdrb")
figures = {"ntb_koperasi": Angka("1200"), "pdrb": Angka("80000")}

hasil = evaluate(kontribusi, figures)
print(hasil.nilai, hasil.round(2), hasil.eksak)
print(hasil.trace)

# A missing number is a reason, not an exception and not zero.
unreported = Kosong(sebab=SebabKosong.BELUM_DILAPORKAN)
print(evaluate(kontribusi, {**figures, "ntb_koperasi": unreported}).trace)
print(evaluate(kontribusi, {**figures, "pdrb": Angka("0")}).trace)

# Free formulas have a small grammar of their own; text is never run as code.
laju = parse_formula("(pdrb - pdrb_lalu) / pdrb_lalu * 100")
print(laju.variables, "|", render_formula(laju, style="text"))
print(evaluate(laju, {"pdrb": 84000, "pdrb_lalu": 80000}).trace)

# Offices use different rules for capaian, so the rule is always named.
# Dengue cases per 100.000, Lampung 2016: lower is better, 85,24 was published.
target, realisasi = Angka("49"), Angka("56.23")
print(compute_capaian(target, realisasi, rule=DuaTargetMinusRealisasi()).trace)
print(compute_capaian(target, realisasi, rule=RealisasiPerTarget()).trace)
