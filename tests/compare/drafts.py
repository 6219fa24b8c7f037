"""Acts of a few lines for the tests of comparison."""

from __future__ import annotations

from hypothesis import strategies as st

import lexparse
from lexparse.records import Act, Parse, Provision
from lexparse.text.document import CELL_BREAK

HEAD = "Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:"


def drafted(*paragraphs: str) -> Parse:
    """Return the parse of a resolution with these lines below its preamble."""
    return lexparse.parse("\n\n".join([HEAD, *paragraphs]).encode())


def plan(*rows: tuple[str, str, str, str, str]) -> Parse:
    """Return a plan: number, task, deliverable, body and deadline of each row."""
    head = "| Р/с № | Іс-шаралар | Аяқтау нысаны | Жауапты орындаушылар | Орындау мерзімі |"
    body = [f"| {' | '.join(row)} |" for row in rows]
    table = "\n".join([head, "|---|---|---|---|---|", *body])
    return lexparse.parse(f"{HEAD}\n\n1. Жоспар бекітілсін.\n\n{table}\n".encode(), "act.md")


def act(*texts: str) -> Parse:
    """Return an act of numbered paragraphs without reading any; ``|`` parts cells of a row."""
    provisions, at = [], 0
    for number, text in enumerate(texts, 1):
        provisions.append(_row(number, text, at) if "|" in text else _paragraph(number, text, at))
        at = provisions[-1].stop + 1
    return Parse(act=Act(language="kk"), provisions=tuple(provisions))


def _paragraph(number: int, text: str, start: int) -> Provision:
    stop = start + len(text)
    return Provision(
        eid=f"para_{number}", kind="paragraph", num=str(number), text=text,
        start=start, stop=stop, text_start=start, text_stop=stop,
    )  # fmt: skip


def _row(number: int, text: str, start: int) -> Provision:
    cells, at = [], start
    for column, cell in enumerate(text.split("|"), 1):
        stop = at + len(cell)
        cells.append(
            Provision(
                eid=f"row_{number}__col_{column}", kind="cell", num=str(column), text=cell,
                start=at, stop=stop, text_start=at, text_stop=stop,
            )
        )  # fmt: skip
        at = stop + len(CELL_BREAK)
    return Provision(
        eid=f"row_{number}", kind="row", num=str(number), start=start, stop=cells[-1].stop,
        text_start=start, text_stop=start, children=tuple(cells),
    )  # fmt: skip


WORDS = st.sampled_from("есеп жоспар 2026 жылғы мамыр, «заң» бұйрық. тізбе\nорган  ".split(" "))
TEXTS = st.lists(WORDS, max_size=6).map(" ".join)
ROWS = st.lists(TEXTS, min_size=2, max_size=3).map("|".join)
ACTS = st.lists(TEXTS | ROWS, max_size=12).map(lambda texts: act(*texts))
