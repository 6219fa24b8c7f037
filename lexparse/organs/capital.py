"""The names that the capital has borne, each with its first day.

Sources: decrees of the President № 3700 of 10 December 1997 (capital in Ақмола), № 3952 of 6 May
1998 (Астана), № 6 of 23 March 2019 (Нұр-Сұлтан), № 1017 of 17 September 2022 (Астана).
"""

from __future__ import annotations

import re

NAMES = (
    ("Ақмола", "1997-12-10"),
    ("Астана", "1998-05-06"),
    ("Нұр-Сұлтан", "2019-03-23"),
    ("Астана", "2022-09-17"),
)
NAMED = re.compile(r"\b(Астана|Нұр-Сұлтан)(?=\W|да|ның|ға|қа)")


def borne_since(text: str, day: str) -> tuple[str, str] | None:
    """Return a name of the capital in ``text`` that it did not yet bear on ``day``, and its day.

    Words that hold such a name were written later than ``day``.
    """
    now = max((since, name) for name, since in NAMES if since <= day)[1] if day >= "1997" else None
    for found in NAMED.finditer(text):
        later = [since for name, since in NAMES if name == found[1] and since > day]
        if found[1] != now and later:
            return found[1], min(later)
    return None
