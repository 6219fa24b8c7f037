"""Draw the README's picture: the first rows of the bundled plan as ``lexparse tasks`` shows them.

``python tools/picture.py docs/tasks.svg`` writes it anew; ``make picture`` calls it.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from rich.console import Console

import lexparse
from lexparse.cli.tasks import show

ASIDE = re.compile(r"@font-face \{[^}]*\}\s*|<!--.*?-->\s*")
PLAN = Path("corpora/seeds/000/act.txt")
ROWS = 7
COLUMNS = 132


def draw(file: Path) -> None:
    """Write the picture to ``file`` as SVG."""
    console = Console(record=True, width=COLUMNS, highlight=False, file=sys.stderr)
    show(console, PLAN, lexparse.parse(PLAN), ROWS)
    drawn = console.export_svg(title="lexparse tasks")
    # The picture asks nobody for a font, and says nothing of how it was drawn.
    file.write_text(ASIDE.sub("", drawn), "utf-8")


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
