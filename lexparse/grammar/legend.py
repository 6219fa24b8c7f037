"""The act's own legend of abbreviations: a two-column table or lines ``X - толық атауы``.

Literal forms: ``Ескерту: аббревиатуралардың толық жазылуы:`` and below it ``ҰЭМ | Қазақстан
Республикасының Ұлттық экономика министрлігі`` or ``ҰЭМ - Қазақстан Республикасының …``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lexparse.kazakh.letters import UPPER
from lexparse.records import LegendEntry, Provision

LINE = re.compile(
    rf"\s*(?P<abbreviation>[\"«»]?[{UPPER}A-Z][^\n:;.]{{1,60}}?)\s+-\s+(?P<name>[^\n]{{6,400}}?)[\s;.]*$"
)


def read_legend(text: str, provisions: tuple[Provision, ...]) -> list[LegendEntry]:
    """Return the entries of every legend among ``provisions``, in printed order."""
    return [
        entry
        for provision in provisions
        for unit in provision.walk()
        if unit.kind == "legend"
        for entry in _entries(text, unit)
    ]


def _entries(text: str, legend: Provision) -> Iterator[LegendEntry]:
    for row in legend.children:
        cells = [cell for cell in row.children if (cell.text or "").strip()]
        if len(cells) >= 2:
            yield _entry(text, row, cells[-2], cells[-1])
        elif found := LINE.match(row.text or ""):
            yield LegendEntry(
                start=row.start,
                stop=row.stop,
                rule="a line of the legend",
                eid=row.eid,
                abbreviation=found["abbreviation"],
                name=_folded(found["name"]),
            )


def _entry(text: str, row: Provision, short: Provision, full: Provision) -> LegendEntry:
    return LegendEntry(
        start=row.start,
        stop=row.stop,
        rule="a row of the legend",
        eid=row.eid,
        abbreviation=_as_used(text, row, short.text or ""),
        name=_folded(full.text or "").rstrip(";."),
    )


def _folded(words: str) -> str:
    return " ".join(words.split())


def _as_used(text: str, row: Provision, printed: str) -> str:
    """Give a glued abbreviation the spaces that the act itself prints elsewhere.

    ``"Цифрлық үкіметтіқолдау орталығы"ШЖҚРМК`` -> ``"… үкіметті қолдау орталығы" ШЖҚ РМК``.
    """
    words = _folded(printed)
    if len(words) < 12:
        return words
    letters = r"\s*".join(re.escape(letter) for letter in words if not letter.isspace())
    places = [m for m in re.finditer(letters, text) if m.start() < row.start or m.end() > row.stop]
    used = [_folded(match.group()) for match in places]
    return max([words, *used], key=len)
