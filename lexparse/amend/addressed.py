"""Whether a command speaks of the act at hand: by number, date, kind, issuer, or title."""

from __future__ import annotations

from lexparse.amend.naming import folded, lemmas, same_name
from lexparse.grammar.header import identities
from lexparse.records import Act, Reference

# `Қалалық мәслихат` is the city's.
PLACES = {"қалалық": "қала", "аудандық": "аудан", "облыстық": "облыс"}


def is_addressed(reference: Reference | None, act: Act) -> bool | None:
    """Tell whether ``reference`` means ``act``; ``None`` where the two do not say enough.

    Number and date must agree, and neither kind nor issuer may differ. An act that does not print
    its number is known by its title alone.
    """
    if reference is None:
        return None
    if _differs(reference.kind, act.kind) or _other_issuer(reference.issuer, act):
        return False
    if act.number and act.date and reference.number and reference.date:
        wanted = (folded(reference.number), reference.date)
        return wanted in {(folded(number or ""), date) for number, date in identities(act)}
    if _differs(reference.number, act.number) or _differs(reference.date, act.date):
        return False
    if reference.title and act.title:
        return same_name(reference.title, act.title) or None
    return None


def _differs(one: str | None, other: str | None) -> bool:
    return bool(one and other) and folded(one or "") != folded(other or "")


def _other_issuer(issuer: str | None, act: Act) -> bool:
    if not issuer or not act.issuer:
        return False
    names = [act.issuer, *(one.issuer for one in act.joint if one.issuer)]
    return not any(_same_issuer(set(lemmas(issuer)), set(lemmas(name))) for name in names)


def _same_issuer(one: set[str], other: set[str]) -> bool:
    """``Арал ауданының мәслихаты`` is that of ``Қызылорда облысы``; one name may say less."""
    one, other = ({PLACES.get(word, word) for word in name} for name in (one, other))
    return one <= other or other <= one
