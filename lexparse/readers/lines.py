"""Source lines become paragraphs and tables: the part that plain text and Markdown share.

Afterwards a paragraph that a page end or a hard wrap cut is one draft, a stamp's or a signature's
lines are drafts of one ``part``, and consecutive rows are one table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lexparse.readers import joining
from lexparse.readers.text_table import is_rule, kind_of, tables
from lexparse.text.builder import Draft, Inline, LineDraft, TableDraft

# A tab indents as far as four spaces.
TAB_COLUMNS = 4


@dataclass(slots=True)
class SourceLine:
    """A line of the normalised source, without its mark-up.

    ``text`` is ``source[start:stop]`` with the white space at its ends, which holds empty cells,
    ``words`` is it without;
    ``gap`` counts the blank lines above, ``block`` numbers the lines that stand together,
    ``hard`` forbids to join it with the line above and ``soft`` orders it.
    """

    start: int
    stop: int
    text: str
    gap: int = 0
    role: str = "body"
    level: int = 0
    indent: int = 0
    block: int = 0
    part: int = 0
    hard: bool = False
    soft: bool = False
    kind: str = ""
    rule: bool = False
    words: str = field(init=False)

    def __post_init__(self) -> None:
        """Keep the trimmed words, which are asked for many times."""
        self.words = self.text.strip()

    def classify(self) -> None:
        """Find out whether the line may be a table row or is a rule drawn across the page."""
        if "|" in self.text or "\t" in self.text:
            self.kind = kind_of(self.text)
        if self.words[0] in "|_+=-─━═:*":
            self.rule = is_rule(self.text)

    def cut(self, lead: int, stop: int) -> None:
        """Keep ``text[lead:stop]`` only: what stood around it is mark-up."""
        self.text = self.text[lead:stop]
        self.words = self.text.strip()
        self.start += lead
        self.stop = self.start + len(self.text)


def indent_of(lead: str) -> int:
    """Return how many columns the white space ``lead`` takes."""
    return len(lead) + (TAB_COLUMNS - 1) * lead.count("\t")


def drafts(source: str, items: Iterable[SourceLine | TableDraft], inline: Inline) -> list[Draft]:
    """Return the paragraphs and tables of a source in reading order."""
    return _Joiner(source, list(items), inline).run()


class _Joiner:
    def __init__(
        self, source: str, items: Sequence[SourceLine | TableDraft], inline: Inline
    ) -> None:
        self.source = source
        self.items = items
        self.inline = inline
        self.out: list[Draft] = []
        self.before: SourceLine | None = None
        self.after_code = False
        self.widths: dict[int, int] = {}
        for item in items:
            if isinstance(item, SourceLine):
                width = max(self.widths.get(item.block, 0), len(item.words))
                self.widths[item.block] = width

    def run(self) -> list[Draft]:
        at = 0
        while at < len(self.items):
            item = self.items[at]
            if isinstance(item, TableDraft):
                self._table(item)
                at += 1
            elif item.kind or item.rule:
                at = self._tabular(at)
            else:
                self._line(item)
                at += 1
        return self.out

    def _tabular(self, at: int) -> int:
        """Take the rows from ``at`` on; rules belong to them only among ``|`` columns."""
        stop, kind = at, ""
        while stop < len(self.items):
            item = self.items[stop]
            if isinstance(item, TableDraft) or not (item.kind or item.rule):
                break
            if not item.rule:
                if kind and item.kind != kind:
                    break
                kind = item.kind
            elif kind not in {"", "pipe"}:
                break
            stop += 1
        group = [item for item in self.items[at:stop] if isinstance(item, SourceLine)]
        found = tables(self.source, group, kind) if kind else None
        if found is not None:
            for table in found:
                self._table(table)
        else:
            for line in group:
                if line.rule:
                    self.before = None
                else:
                    self._line(line)
        return stop

    def _table(self, table: TableDraft) -> None:
        if table.rows:
            self.out.append(table)
        self.before = None

    def _line(self, line: SourceLine) -> None:
        words = line.words
        start = line.start + line.text.index(words[0])
        stop = start + len(words)
        pieces = list(self.inline(self.source, start, stop))
        last = self.out[-1] if self.out else None
        joined = isinstance(last, LineDraft) and self._joins(line)
        if joined and isinstance(last, LineDraft):
            if not self._hyphenated(words):
                last.pieces.append((last.pieces[-1][1], start, " "))
            last.pieces += pieces
        elif pieces:
            self.out.append(LineDraft(pieces, line.role, line.level, line.indent, line.part))
        else:
            return
        self.after_code = joined and bool(joining.LINK_CODE.match(words))
        self.before = line

    def _joins(self, line: SourceLine) -> bool:
        before = self.before
        if before is None or line.hard or not _roles_go_together(before, line):
            return False
        if line.soft:
            return not joining.opens(line.words)
        if joining.LINK_CODE.match(line.words):
            return not joining.ended(before.words) and len(before.words) < joining.WRAPPED
        if self.after_code:
            return not joining.opens(line.words)
        if before.block == line.block and not line.gap:
            return joining.continues(before.words, line.words, self.widths[line.block])
        fence = line.role == "code" != before.role
        return joining.goes_on_after_gap(before.words, line.words, fence=fence)

    def _hyphenated(self, words: str) -> bool:
        """``сын- ¶ қатерлерге`` is one word."""
        above = self.before.words if self.before else ""
        return above[-1:] == "-" and above[-2:-1].isalpha() and words[:1].islower()


def _roles_go_together(before: SourceLine, line: SourceLine) -> bool:
    """Signatures and headings stand alone; a note or a paragraph may run into a code fence."""
    if before.role == line.role:
        return line.role not in {"heading", "bold"} and (line.role != "italic" or not line.gap)
    if before.role == "heading":
        return line.role == "code" and line.words[:1].islower()
    return before.role in {"body", "quote"} and line.role in {"body", "code"}
