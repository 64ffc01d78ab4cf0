"""
Regulations as prose names them: "UU No. 25 Tahun 1992", "Perpres 29/2014".

The patterns are compiled by `re` when they are first used: most programs that
use the model never read prose.
"""

from __future__ import annotations

import re
from typing import Final

from iku.domain.rujukan import FIRST_YEAR, LAST_YEAR, DasarHukum, JenisPeraturan
from iku.errors import DomainError, quote

_LONGEST: Final = 65_536

# Longer forms stand before the shorter ones that begin them.
_KINDS: Final[tuple[tuple[str, JenisPeraturan], ...]] = (
    (r"undang\s*-\s*undang\s+dasar|uud", JenisPeraturan.UUD),
    (
        r"peraturan\s+pemerintah\s+pengganti\s+undang\s*-\s*undang|perppu|perpu",
        JenisPeraturan.PERPPU,
    ),
    (r"undang\s*-\s*undang|uu", JenisPeraturan.UU),
    (r"peraturan\s+pemerintah|pp", JenisPeraturan.PP),
    (r"peraturan\s+presiden|perpres", JenisPeraturan.PERPRES),
    (r"keputusan\s+presiden|keppres", JenisPeraturan.KEPPRES),
    (r"instruksi\s+presiden|inpres", JenisPeraturan.INPRES),
    (r"peraturan\s+menteri|permen", JenisPeraturan.PERMEN),
    (r"keputusan\s+menteri|kepmen", JenisPeraturan.KEPMEN),
    (r"surat\s+edaran|se", JenisPeraturan.SURAT_EDARAN),
    (r"peraturan\s+daerah|perda", JenisPeraturan.PERDA),
    (r"peraturan\s+gubernur|pergub", JenisPeraturan.PERGUB),
    (r"peraturan\s+bupati|perbup", JenisPeraturan.PERBUP),
    (r"peraturan\s+wali\s*kota|perwali|perwal", JenisPeraturan.PERWALI),
    (
        r"keputusan\s+(?:gubernur|bupati|wali\s*kota)|kepgub|kepbup|kepwal",
        JenisPeraturan.KEPUTUSAN_KEPALA_DAERAH,
    ),
    (
        r"peraturan\s+(?=bps|lan|bkn|kepala|lembaga|badan)|perka|perban",
        JenisPeraturan.PERATURAN_LEMBAGA,
    ),
)
_KIND: Final = "|".join(f"(?P<k{index}>{pattern})" for index, (pattern, _) in enumerate(_KINDS))
_PLAIN: Final = r"[0-9]{1,4}[A-Z]?"
_LETTERED: Final = r"[A-Za-z0-9][A-Za-z0-9.]{0,19}(?:[/-][A-Za-z0-9.]{1,20}){0,6}"
_REGULATION: Final = (
    rf"\b(?:{_KIND})"
    r"(?P<lembaga>[A-Za-z-]{0,20}+(?:[ \t]{1,3}+(?!no(?:mor)?\b)[A-Za-z.&-]{1,40}+){0,8}?)\s{0,3}"
    # A number with letters is only taken for one behind the word "nomor".
    r"(?P<tanda>\bno(?:mor)?\b\s{0,2}[.:]?\s{0,3})?+"
    rf"(?:(?P<nomor>(?(tanda){_LETTERED}|\b{_PLAIN}))\s{{1,3}}(?:tahun|th\.?)\s{{1,3}}"
    r"(?P<tahun>[0-9]{4})"
    rf"|(?P<nomor2>{_PLAIN})/(?P<tahun2>[0-9]{{4}})"
    rf"|(?P<nomor3>(?(tanda){_LETTERED}|(?!))/(?P<tahun3>[0-9]{{4}})))\b"
    r"(?:\s{1,3}tentang\s{1,3}(?P<tentang>[^,;.:()\n]{1,300}))?"
)
_STATE: Final = r"\b(?:republik\s{1,3}indonesia|ri)\b"
_GLUED_ISSUERS: Final = {"dagri": "Dalam Negeri", "keu": "Keuangan"}
_END_OF_SUBJECT: Final = r"\s(?:bahwa|yang|dimana|di\s+mana|sebagaimana|maka|untuk\s+itu|pasal)\b.*"


def find_dasar_hukum(text: str) -> tuple[DasarHukum, ...]:
    """
    Find the regulations that prose names, in order, each once.

    The subject ends at a comma, a full stop or where the sentence goes on
    ("bahwa", "sebagaimana"); when in doubt it is shorter, the prose itself is
    kept beside it.

    >>> [d.nomor for d in find_dasar_hukum("menurut PP 8/2006 dan UU No. 25 Tahun 1992, maka")]
    ['8', '25']
    """
    found = (_make(match) for match in re.finditer(_REGULATION, text[:_LONGEST], re.IGNORECASE))
    return tuple(dict.fromkeys(item for item in found if item is not None))


def parse_dasar_hukum(text: str) -> DasarHukum:
    """
    Read the one regulation that a text names.

    Raises:
        DomainError: `bad-dasar-hukum` when it names none or several.
    """
    found = find_dasar_hukum(text)
    if len(found) != 1:
        raise DomainError(
            "bad-dasar-hukum",
            found=f"{len(found)} regulations in {quote(text)}",
            expected="one regulation with kind, number and year",
            repair='write it like "UU Nomor 25 Tahun 1992"; find_dasar_hukum reads several',
        )
    return found[0]


def _make(match: re.Match[str]) -> DasarHukum | None:
    year = int(match["tahun"] or match["tahun2"] or match["tahun3"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    jenis = next(kind for index, (_, kind) in enumerate(_KINDS) if match[f"k{index}"])
    issuer = " ".join(re.sub(_STATE, "", match["lembaga"], flags=re.IGNORECASE).split())
    issuer = _GLUED_ISSUERS.get(issuer.casefold(), issuer)
    subject = re.sub(_END_OF_SUBJECT, "", match["tentang"] or "", flags=re.IGNORECASE | re.DOTALL)
    return DasarHukum(
        jenis=jenis,
        nomor=match["nomor"] or match["nomor2"] or match["nomor3"],
        tahun=year,
        lembaga=issuer or None,
        tentang=" ".join(subject.split()) or None,
    )
