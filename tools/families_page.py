"""Writes the table of families into docs/amendments.md, from ``lexparse/amend/families.toml``."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from lexparse.amend.families import families

BETWEEN = re.compile(r"(?<=<!-- families -->\n).*?(?=<!-- /families -->)", re.DOTALL)


def table() -> str:
    """Return a row for each family, in the order of its name."""
    rows = [
        f"| {one.name} | {one.right} | {one.wrong} | {one.unread} | "
        f"{'carried out' if one.trusted else 'proposed'} |\n"
        for one in families().values()
    ]
    return "| family | right | wrong | unread | |\n|---|---|---|---|---|\n" + "".join(rows)


def page(text: str) -> str:
    """Return the page with today's table."""
    return BETWEEN.sub(lambda _: table(), text)


if __name__ == "__main__":
    file = Path(sys.argv[1])
    file.write_text(page(file.read_text("utf-8")), "utf-8")
