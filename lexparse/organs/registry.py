"""The bodies known beforehand: ids, canonical names, abbreviations, other names."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lexparse.organs.naming import clean, glued, key


@dataclass(frozen=True, slots=True)
class Organ:
    """A body: ``name`` is the full nominative, ``names`` other printed wordings."""

    id: str
    name: str
    abbreviations: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class Registry:
    """Organs by id, by name in any inflection, and by abbreviation."""

    def __init__(self, organs: Iterable[Organ]) -> None:
        self.organs: dict[str, Organ] = {organ.id: organ for organ in organs}
        self._names: dict[str, Organ] = {}
        self._glued: dict[str, Organ] = {}
        self._abbreviations: dict[str, Organ] = {}
        for organ in self.organs.values():
            for name in (organ.name, *organ.names):
                self._names.setdefault(key(name), organ)
                self._glued.setdefault(glued(name), organ)
            for abbreviation in organ.abbreviations:
                self._abbreviations.setdefault(clean(abbreviation), organ)

    def named(self, name: str) -> Organ | None:
        """Return the organ of that name in any case, the country's name left out or not."""
        return self._names.get(key(name)) or self._glued.get(glued(name))

    def abbreviated(self, abbreviation: str) -> Organ | None:
        """Return the organ of exactly that abbreviation; quotes may be of any kind."""
        return self._abbreviations.get(clean(abbreviation))


def read(text: str) -> Registry:
    """Read a registry written in TOML."""
    return Registry(
        Organ(
            id=entry["id"],
            name=entry["name_kk"],
            abbreviations=tuple(entry.get("abbreviations", ())),
            names=tuple(entry.get("names", ())),
        )
        for entry in tomllib.loads(text)["organ"]
    )


@cache
def registry() -> Registry:
    """Return the registry that comes with lexparse."""
    return read(files("lexparse.organs").joinpath("registry.toml").read_text(encoding="utf-8"))
