"""
Regulations as prose names them: "UU No. 25 Tahun 1992", "Perpres 29/2014".

The patterns are compiled by `re` when they are first used: most programs that
use the model never read prose.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import Final

from iku.domain.rujukan import FIRST_YEAR, LAST_YEAR, DasarHukum, JenisPeraturan
from iku.errors import DomainError, quote

_LONGEST: Final = 65_536

# Longer forms stand before the shorter ones that begin them. Only the short name
# of a ministry's regulation has its issuer glued on: "Permendagri", "PermenPANRB".
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
    (r"peraturan\s+menteri|permen[a-z-]{0,14}+", JenisPeraturan.PERMEN),
    (r"keputusan\s+menteri|kepmen[a-z-]{0,14}+", JenisPeraturan.KEPMEN),
    (r"surat\s+edaran|(?-i:SE)", JenisPeraturan.SURAT_EDARAN),
    (r"peraturan\s+daerah|perda", JenisPeraturan.PERDA),
    (r"peraturan\s+gubernur|pergub", JenisPeraturan.PERGUB),
    (r"peraturan\s+bupati|perbup", JenisPeraturan.PERBUP),
    (r"peraturan\s+wali\s*kota|perwali|perwal", JenisPeraturan.PERWALI),
    (
        r"keputusan\s+(?:gubernur|bupati|wali\s*kota|kepala\s+daerah)|kepgub|kepbup|kepwal",
        JenisPeraturan.KEPUTUSAN_KEPALA_DAERAH,
    ),
    (
        r"peraturan(?=\s+(?:bps|lan|bkn|kepala|lembaga|badan)\b)|perka|perban",
        JenisPeraturan.PERATURAN_LEMBAGA,
    ),
)
_KIND: Final = "|".join(f"(?P<k{index}>{pattern})" for index, (pattern, _) in enumerate(_KINDS))
# Words that no issuer has: they end one regulation or begin the next.
_BETWEEN: Final = "|".join(
    (
        r"no(?:mor)?\b",
        r"(?:yang|tersebut|dengan|sesuai|bahwa|tentang|melaksanakan)\b",
        *(rf"(?:{pattern})\b" for pattern, _ in _KINDS),
    )
)
_PLAIN: Final = r"[0-9]{1,4}[A-Z]?"
_LETTERED: Final = r"[A-Za-z0-9][A-Za-z0-9.]{0,19}(?:[/-][A-Za-z0-9.]{1,20}){0,6}"
_REGULATION: Final = (
    rf"\b(?:{_KIND})\b"
    rf"(?P<lembaga>(?:[ \t]{{1,3}}+(?!{_BETWEEN})[A-Za-z.&-]{{1,40}}+){{0,8}}?)\s{{0,3}}"
    # A number with letters is only taken for one behind the word "nomor".
    r"(?P<tanda>\bno(?:mor)?\b\s{0,2}[.:]?\s{0,3})?+"
    rf"(?:(?P<nomor>(?(tanda){_LETTERED}|\b{_PLAIN}))\s{{1,3}}(?:tahun|th\.?)\s{{1,3}}"
    r"(?P<tahun>[0-9]{4})"
    rf"|(?P<nomor2>{_PLAIN})/(?P<tahun2>[0-9]{{4}})"
    rf"|(?P<nomor3>(?(tanda){_LETTERED}|(?!))/(?P<tahun3>[0-9]{{4}})))\b"
    r"(?:\s{1,3}tentang\s{1,3}(?P<tentang>[^,;.:()\n]{1,300}))?"
)
_CONSTITUTION: Final = (
    r"\b(?:uud|undang\s{0,3}-\s{0,3}undang\s{1,3}dasar)"
    r"(?:\s{1,3}(?:negara|republik|indonesia|nri|ri|tahun)){0,5}\s{1,3}(?P<tahun>1945)\b"
)
_STATE: Final = r"\b(?:republik\s{1,3}indonesia|ri)\b"
_NATIONAL: Final = frozenset(
    {
        JenisPeraturan.UU,
        JenisPeraturan.PERPPU,
        JenisPeraturan.PP,
        JenisPeraturan.PERPRES,
        JenisPeraturan.KEPPRES,
        JenisPeraturan.INPRES,
    }
)
"""They are issued by the state; other words before the number name their subject."""
_MINISTRIES: Final = {
    "dagri": "Dalam Negeri",
    "dikbud": "Pendidikan dan Kebudayaan",
    "hub": "Perhubungan",
    "kes": "Kesehatan",
    "keu": "Keuangan",
    "kop": "Koperasi",
    "kopukm": "Koperasi dan UKM",
    "naker": "Ketenagakerjaan",
    "pan": "PAN",
    "pan-rb": "PANRB",
    "panrb": "PANRB",
    "perin": "Perindustrian",
    "pu": "PU",
    "pupr": "PUPR",
    "sos": "Sosial",
    "tan": "Pertanian",
}
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
    prose = text[:_LONGEST]
    found = [
        (match.start(), _make(match)) for match in re.finditer(_REGULATION, prose, re.IGNORECASE)
    ]
    for match in re.finditer(_CONSTITUTION, prose, re.IGNORECASE):
        year = match["tahun"]
        made = DasarHukum(jenis=JenisPeraturan.UUD, nomor=year, tahun=int(year))
        found.append((match.start(), made))
    found.sort(key=itemgetter(0))
    return tuple(dict.fromkeys(item for _, item in found if item is not None))


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
    named = " ".join(re.sub(_STATE, "", match["lembaga"], flags=re.IGNORECASE).split())
    subject = re.sub(_END_OF_SUBJECT, "", match["tentang"] or "", flags=re.IGNORECASE | re.DOTALL)
    about = " ".join(subject.split())
    issuer = "" if jenis in _NATIONAL else named or _find_glued(match[0])
    return DasarHukum(
        jenis=jenis,
        nomor=match["nomor"] or match["nomor2"] or match["nomor3"],
        tahun=year,
        lembaga=issuer or None,
        tentang=about or (named if jenis in _NATIONAL else "") or None,
    )


def _find_glued(text: str) -> str:
    """Give the issuer in "Permendagri" or "PermenPANRB"; short names of ministries in full."""
    glued = re.match(r"(?:per|kep)men([a-z-]*)", text, re.IGNORECASE)
    name = glued[1] if glued else ""
    return _MINISTRIES.get(name.casefold(), name[:1].upper() + name[1:])
