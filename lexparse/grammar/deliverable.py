"""Completion forms that stand unparted in one cell: where one ends and the next begins.

Literal forms: ``Заңзаңға тәуелді НҚА``, ``ЗаңЗаңға тәуелді актілер``, ``ЖарлықПӘ-ге ақпарат``,
``Үкімет қаулысы "…" модулі``, ``бұйрықақпараттық жүйе``, ``Заң жобасы Заң``.
"""

from __future__ import annotations

import re
from itertools import pairwise

# The forms by which a measure ends; behind one, a second deliverable may follow unparted.
FORM_WORD = (
    r"(?:заң(?:ы|дар)?|жобасы|жарлық|жарлығы|қаулы(?:сы)?|бұйры(?:қ|ғы|қтары)|шешім(?:і)?|өкім(?:і)?|"
    r"ақпарат(?:ы)?|есеп|хаттама(?:сы)?|ереже|қағидалары?|акті(?:сі|лер)?|НҚА|енгізу|ұсыныс(?:тар)?)"
)
LOWER_GLUE = re.compile(r"(?<=[а-яәіңғүұқөһ])(?=[А-ЯӘІҢҒҮҰҚӨҺ])|(?<=НҚА)(?=[А-Я])")
PART = re.compile(r";\s*(?=\S)")
FORM_THEN_NAME = re.compile(
    rf"\b{FORM_WORD}(?=\s*[«\"]|заңға\s|\s+[А-ЯӘІҢҒҮҰҚӨҺ][а-яәіңғүұқөһ])", re.IGNORECASE
)
FORM_ON_FORM = re.compile(
    r"\b(?:бұйрық|бұйрығы|қаулы|қаулысы|жарлық|заң|өкім|шешім)"
    r"(?=ақпарат|қаулы|бұйрық|есеп|хат|тізбе)",
    re.IGNORECASE,
)


def split_deliverables(words: str, count: int) -> list[str] | None:
    """Split completion forms that stand in one cell into ``count``; ``None`` if unsure.

    ``ЗаңЗаңға тәуелді актілер`` -> ``Заң`` | ``Заңға тәуелді актілер``. Only a way of parting
    that gives exactly ``count`` parts is taken.
    """
    for breaks in (PART, LOWER_GLUE, FORM_THEN_NAME, FORM_ON_FORM):
        edges = [match.end() for match in breaks.finditer(words)]
        if len(edges) == count - 1:
            return [words[a:b].strip(" ;") for a, b in pairwise([0, *edges, len(words)])]
    return None
