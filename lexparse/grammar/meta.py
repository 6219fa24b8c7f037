"""The identity that a mirror keeps beside a text: the ``requisite`` line of its ``meta.yaml``.

Literal forms: ``Постановление Правительства Республики Казахстан от 18 декабря 2025 года №
1098. Утратило силу …``, ``Приказ … от 12 августа 1996 г. № 262 Зарегистрировано …``, and the
same line in Kazakh. The line decides date and number: ``approved_on`` is sometimes a day early.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import yaml

from lexparse.grammar import reference
from lexparse.grammar.header import Given
from lexparse.text.normalise import normalise

KINDS = {
    "постановление": "resolution",
    "приказ": "order",
    "указ": "decree",
    "решение": "decision",
    "распоряжение": "directive",
    "закон": "law",
    "кодекс": "code",
}
ISSUERS = {
    "правительства республики казахстан": "Қазақстан Республикасының Үкіметі",
    "президента республики казахстан": "Қазақстан Республикасының Президенті",
}
MONTHS = {
    word: number
    for number, word in enumerate(
        [
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ],
        start=1,
    )
}
LINE = re.compile(
    r"(?:совместн\w+\s+)?(?P<kind>\w+)\s+(?P<issuer>.{3,200}?)\s+от\s+(?P<day>\d{1,2})\s+"
    r"(?P<month>[а-я]+)\s+(?P<year>\d{4})\s*(?:года|г\.?)?\s*(?:№|N)\s*"
    r"(?P<number>[^\s.]+(?:\.\d[^\s.]*)*)",
    re.IGNORECASE,
)


def read_meta(file: Path) -> Given | None:
    """Return the identity in ``file``, or ``None`` if it is not such a file."""
    try:
        meta = yaml.safe_load(file.read_text("utf-8"))
    except (OSError, ValueError, yaml.YAMLError):
        return None
    if not isinstance(meta, dict):
        return None
    given = read_requisite(str(meta.get("requisite") or ""))
    title = meta.get("title")
    kazakh = title.get("kaz") if isinstance(title, dict) else None
    return replace(given, title=str(kazakh) if kazakh else None, source=file.name)


def read_requisite(line: str) -> Given:
    """Return kind, issuer, date and number of a requisite line in Russian or Kazakh."""
    if found := LINE.match(line):
        issuer = ISSUERS.get(" ".join(found["issuer"].lower().split()))
        kind = KINDS.get(found["kind"].lower())
        return Given(kind=kind, issuer=issuer, number=found["number"], date=_date(found))
    hits = reference.REFERENCE.find(normalise(line)[0])
    if not hits:
        return Given()
    first = hits[0]
    return Given(kind=first.kind, issuer=first.issuer, number=first.number, date=first.date)


def _date(found: re.Match[str]) -> str | None:
    month = MONTHS.get(found["month"].lower())
    try:
        return dt.date(int(found["year"]), month or 0, int(found["day"])).isoformat()
    except ValueError:
        return None
