"""Which families of operations are carried out unasked, and by what right.

A family is an operation on one sort of place. It is carried out by itself where it was right on
each of at least ten examples that the rules had not seen (``families.toml`` has the figures);
every other one is proposed: read, shown, and left to a person.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LEAST_EXAMPLES = 10
PLACES = {
    "numbered": "unit",
    "chapter": "unit",
    "section": "unit",
    "part": "unit",
    "counted": "line",
    "row_number": "row",
    "row_name": "row",
    "row_new": "row",
    "legend_line": "row",
    "column_number": "cell",
    "column_name": "cell",
    "title": "heading",
    "preamble": "heading",
    "carrier": "attachment",
}
# Where the place makes no difference to what is done, the operation is one family.
ONE = {"words_deleted", "words_added", "renamed", "renumbered", "suspended", "unit_repealed"}


@dataclass(frozen=True, slots=True)
class Family:
    """A family's figures on examples that the rules had not seen."""

    name: str
    right: int
    wrong: int
    unread: int

    @property
    def trusted(self) -> bool:
        """Tell whether the family is carried out unasked."""
        return self.right >= LEAST_EXAMPLES and not self.wrong


def family_name(family: str | None) -> str:
    """Return the family that a modification's own, finer one belongs to."""
    operation, _, rest = (family or "").partition("/")
    place, _, more = rest.partition("/")
    if "marks" in more.split("/"):
        return "quotation marks that do not balance"
    if operation in ONE:
        return operation
    return f"{operation}/{PLACES.get(place, place)}"


@cache
def families() -> dict[str, Family]:
    """Return every family that was measured, by name."""
    text = files("lexparse.amend").joinpath("families.toml").read_text("utf-8")
    return {
        one["name"]: Family(one["name"], one["right"], one["wrong"], one["unread"])
        for one in tomllib.loads(text)["family"]
    }


def is_trusted(family: str | None) -> bool:
    """Tell whether modifications of this family are carried out unasked."""
    found = families().get(family_name(family))
    return found is not None and found.trusted
