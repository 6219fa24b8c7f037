"""Which language an act is written in, by Kazakh's own letters and by frequent words.

``kk`` for a Kazakh act with Russian passages and for Kazakh typed without its own letters
(``Казакстан Республикасынын каулысы``), ``ru`` for a Russian act with Kazakh names, ``en``, or
``None`` where the text says too little or is neither.
"""

from __future__ import annotations

import re

SAMPLE = 20_000
_OWN = "әғқңөұүһӘҒҚҢӨҰҮҺ"
_CYRILLIC = re.compile("[А-Яа-яЁёІі]+")
_LATIN = re.compile("[A-Za-z]+")
_KAZAKH_WORDS = re.compile(
    r"\b(?:туралы|бойынша|осы|ж[аәэ]не|жылғы|жылгы|болып|деп|мен|мынадай|[уү]ш[иі]н|бек[іи]т\w*"
    r"|енг[іи]з[іи]\w*|тармак\w*|тармағ\w*|каулы\w*|республикасы\w*|министрл[іи]\w*|облысы\w*"
    r"|ескерту|с[аәэ]йкес|буйры\w*|жүктелсін|т[ао]л[ыу]ктырылсын|алып|тасталсын|жой[ыу]лды)\b"
)
_RUSSIAN_WORDS = re.compile(
    r"\b(?:и|в|на|о|об|от|по|с|со|для|при|не|за|что|или|года|его|республики|постановлени\w*"
    r"|утвердить|приказ\w*|пункт\w*|настоящ\w*|министерств\w*|статьи?|правительств\w*|область|решение)\b"
)
_ENGLISH_WORDS = re.compile(r"\b(?:the|of|and|to|in|for|by|shall|with|this)\b")
_STRONG_SHARE, _WEAK_SHARE = 0.06, 0.01


def language(text: str) -> str | None:
    """Return ``kk``, ``ru``, ``en`` or ``None`` from the first 20,000 characters of ``text``."""
    sample = text[:SAMPLE]
    own = sum(map(sample.count, _OWN))
    if own >= _STRONG_SHARE * len(sample) > 0:
        return "kk"
    cyrillic = own + sum(map(len, _CYRILLIC.findall(sample)))
    if cyrillic * 2 < sum(map(len, _LATIN.findall(_without_tags(sample)))):
        return "en" if len(_ENGLISH_WORDS.findall(sample.lower())) >= 2 else None
    if not cyrillic:
        return None
    if own >= _STRONG_SHARE * cyrillic:
        return "kk"
    lowered = sample.lower()
    kazakh, russian = len(_KAZAKH_WORDS.findall(lowered)), len(_RUSSIAN_WORDS.findall(lowered))
    if kazakh == russian:
        return "kk" if own > _WEAK_SHARE * cyrillic else None
    return "kk" if kazakh > russian else "ru"


def _without_tags(text: str) -> str:
    return re.sub(r"</?[a-z][^<>]{0,200}>", "", text) if "<" in text else text
