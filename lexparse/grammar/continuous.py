"""Duties without an end: what a body does all the time, read in standing rules only.

Literal forms: ``тұрақты негізде жүзеге асырады``, ``тұрақты түрде мониторинг жүргізеді``,
``үнемі бақылайды``, ``ұдайы жүргізеді``. The words must belong to the closing verb.

Left alone: ``тұрақты негізде жұмыс істейтін комиссия`` (what kind), ``тұрақты мүшелері``.
"""

from __future__ import annotations

import re

from lexparse.grammar.plain import compiled
from lexparse.grammar.rule import Reading
from lexparse.grammar.window import Cued, WindowedGrammar
from lexparse.kazakh.letters import LOWER
from lexparse.records import Deadline

# A participle's noun would have the adverb to itself: `істейтін`, `берілген`.
OTHER_WORD = rf"(?![{LOWER}]+(?:т[ыі]н|[ғгқк][ае]н)\s)[{LOWER}]+\s+"
FINITE = rf"(?:[{LOWER}]+(?:[аей]д[ыі]|с[ыі]н)|тиіс|міндетті)(?![{LOWER}-])"


def _continuous(_: re.Match[str]) -> Reading | None:
    return {"kind": "continuous"}


RULES = (
    Cued(
        "all the time, in a duty",
        compiled(
            rf"(?<![{LOWER}-])(?:[Тт]ұрақты\s+(?:негізде|түрде)|[Үү]немі|[Үү]здіксіз"
            r"|[Ұұ]дайы(?:\s+(?:негізде|түрде))?|[Әә]рдайым|[Әә]рқашан)"
            rf"(?=\s+(?:{OTHER_WORD}){{0,4}}?{FINITE}\s*(?:[.;:,!]|\Z|және\s|\n))"
        ),
        _continuous,
        ("ұрақты ", "немі ", "здіксіз ", "дайы", "рқашан "),
        3,
        90,
    ),
)

CONTINUOUS = WindowedGrammar("continuous", Deadline, RULES)
