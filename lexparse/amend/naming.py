"""When a printed name and a quoted one are the same, and where quoted words stand in a text.

Marks, spaces, dashes and capitals differ between editions; letters and figures do not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lexparse.kazakh.morphology import analyse
from lexparse.text.span import Span

NOT_WORDS = re.compile(r"[\W_]+")
WORD = re.compile(r"\w+")
QUOTES = '«»“”„"'


def same_name(printed: str, quoted: str) -> bool:
    """Tell whether two names have the same letters and figures in the same order."""
    return bool(quoted.strip()) and folded(printed) == folded(quoted)


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """Return a name without marks, capitals and white space."""
    return NOT_WORDS.sub("", name).casefold()


@lru_cache(maxsize=1024)
def lemmas(name: str) -> tuple[str, ...]:
    """Return the words of a title in their dictionary form, marks left out."""
    return tuple(analyse(word).lemma.casefold() for word in WORD.findall(name))


def names_title(name: str, title: str) -> bool:
    """Tell whether ``name`` speaks of the document that bears ``title``.

    ``Қағидаларда`` speaks of ``… беру қағидалары``: its words stand in the title in their order,
    and the last word, what the document is, is the title's last or follows in it.
    """
    words, of = lemmas(name), lemmas(title)
    if not words or not of:
        return False
    at = 0
    for word in words:
        while at < len(of) and of[at] != word:
            at += 1
        if at == len(of):
            return False
        at += 1
    return True


@lru_cache(maxsize=1024)
def _pattern(words: str) -> re.Pattern[str]:
    """Compile quoted words: any mark for a mark, any white space for a space, whole words only."""
    pieces = [
        r"\s+" if part.isspace() else rf"[{QUOTES}]" if part in QUOTES else re.escape(part)
        for part in re.findall(rf"\s+|[{QUOTES}]|[^\s{QUOTES}]+", words)
    ]
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    behind = r"(?!\w)" if words[-1:].isalnum() else ""
    return re.compile(before + "".join(pieces) + behind)


def places_of(words: str, text: str, spans: tuple[Span, ...]) -> list[Span]:
    """Return where ``words`` stand in the spans of ``text``; none in the middle of a word."""
    words = words.strip()
    if not words:
        return []
    pattern = _pattern(words)
    found: list[Span] = []
    for start, stop in spans:
        for one in pattern.finditer(text, start, stop):
            # A lookbehind sees what lies before the span, and so must the one ahead.
            if one.end() == stop and words[-1:].isalnum() and text[stop : stop + 1].isalnum():
                continue
            found.append(Span(*one.span()))
    return found
