"""The act's units in their nesting: header, preamble, provisions, tables, notes, attachments.

``outline`` never raises, whatever the text. What holds afterwards:

1. eIds are unique and spans nest (``lexparse.structure.tree``);
2. every character of the text that is not white space lies in exactly one unit's own span;
3. text quoted as the new wording of another act is one ``quoted`` unit of its command;
4. a note is a child of the unit that it stands under;
5. an attachment is numbered as printed, else in order; a blank form is marked ``form``.
"""

from __future__ import annotations

from dataclasses import dataclass

from lexparse.records import Provision
from lexparse.structure import display, formulas
from lexparse.structure.forms import BLANK, is_form
from lexparse.structure.markers import Marker, marker
from lexparse.structure.quotes import closes_quote, opens_quote, resumes_after_quote
from lexparse.structure.tables import rows_of
from lexparse.structure.tree import Node, freeze, leaf
from lexparse.text.document import Block, Document, Line, Row, Table
from lexparse.text.span import trimmed

# No stamp has more lines.
LONGEST_STAMP = 14
TITLE_LENGTH = 700


@dataclass(frozen=True, slots=True)
class Outline:
    """A document with its provisions in document order."""

    document: Document
    provisions: tuple[Provision, ...]


def outline(document: Document) -> Outline:
    """Return the structure of ``document``; text of no known form becomes alineas."""
    builder = _Outliner(document)
    builder.read(document.blocks)
    return Outline(document, freeze(document.text, builder.root.children))


class _Outliner:
    """Reads blocks in order; ``phase`` says which part of the act is open."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.root = Node("act", 0, len(self.text))
        self.container = self.root
        self.open: list[Node] = []
        self.phase = "preface"
        self.title: Node | None = None
        self.quote: Node | None = None
        self.legend = False
        self.remark = False
        self.proofread = False

    def read(self, blocks: tuple[Block, ...]) -> None:
        blocks = tuple(display.unframed(self.text, blocks))
        at = 0
        while at < len(blocks):
            block = blocks[at]
            if isinstance(block, Table):
                self._table(block)
                at += 1
                continue
            run = [] if self.quote else display.run_from(self.text, blocks, at)
            if run and (taken := self._display(run)):
                at += taken
                continue
            self._line(block, blocks[at + 1] if at + 1 < len(blocks) else None)
            at += 1
        for attachment in self._attachments(self.root):
            attachment.form = is_form(self.text, attachment)

    def _attachments(self, node: Node) -> list[Node]:
        found = [child for child in node.children if child.kind == "attachment"]
        return found + [inner for child in found for inner in self._attachments(child)]

    # Display text: the short lines of stamps and signatures

    def _display(self, run: list[Line]) -> int:
        """Read stamps and signatures off the head of ``run``; return how many lines they took."""
        taken = 0
        pending: list[Line] = []
        for at, line in enumerate(run):
            pending.append(line)
            following = run[at + 1] if at + 1 < len(run) else None
            kind = display.kind_of(
                self.text,
                pending,
                following,
                preface=self.phase == "preface",
                titled=self.title is not None,
                after_signature=self._after_signature(),
            )
            if kind == "signature" and self._is_composition(pending[0]):
                kind = None
            if kind:
                self._emit_display(kind, pending)
                taken, pending = at + 1, []
            elif len(pending) > LONGEST_STAMP:
                break
        return taken

    def _is_composition(self, first: Line) -> bool:
        """A list of members names posts on every line; none of them signs."""
        title = self.text[first.start : first.stop] if self._wants_title() else ""
        return bool(formulas.COMPOSITION.search(self.container.heading or title))

    def _after_signature(self) -> bool:
        return bool(self.container.children) and self.container.children[-1].kind == "signature"

    def _emit_display(self, kind: str, lines: list[Line]) -> None:
        if kind != "stamp":
            self._conclude(kind, lines[0].start, lines[-1].stop)
            return
        first = display.stamp_start(self.text, lines)
        for line in lines[:first]:
            self._line(line, None)
        words = display.joined(self.text, lines[first:])
        self._stamp(lines[first].start, lines[-1].stop, words)

    def _conclude(self, kind: str, start: int, stop: int) -> None:
        self.open.clear()
        if self.proofread and kind == "signature":
            kind = "proofreaders"
        self.container.add(leaf(kind, *trimmed(self.text, start, stop)))
        if self.phase == "body" and kind == "signature":
            self.phase = "conclusion"

    # Attachments

    def _stamp(self, start: int, stop: int, words: str) -> None:
        if self.phase == "preface":
            self.root.add(leaf("stamp", *trimmed(self.text, start, stop)))
            return
        self.quote, self.legend, self.proofread = None, False, False
        fresh = self.container.kind == "attachment" and all(
            child.kind == "stamp" for child in self.container.children
        )
        if not fresh:
            self._open_attachment(start, words)
        self.container.add(leaf("stamp", *trimmed(self.text, start, stop)))
        self._stretch(stop)

    def _open_attachment(self, start: int, words: str) -> None:
        parent = self.root
        if formulas.OF_ATTACHMENT.search(words):
            outer = [child for child in self.root.children if child.kind == "attachment"]
            parent = outer[-1] if outer else self.root
        printed = formulas.ATTACHMENT_NUMBER.search(words)
        num = (printed[1] or printed[2]) if printed else None
        taken = {child.num for child in parent.children if child.kind == "attachment"}
        if num is None or num in taken:
            num = next(str(n) for n in range(len(taken) + 1, 999) if str(n) not in taken)
        self.container = parent.add(Node("attachment", start, start, num, None, start, start))
        self.open, self.phase = [], "attachment"

    def _implicit_attachment(self, start: int) -> None:
        """Text behind the signature without a stamp is an attachment all the same."""
        self._open_attachment(start, "")

    def _wants_title(self) -> bool:
        return self.container.kind == "attachment" and not any(
            child.kind not in {"stamp", "note", "ornament", "agreement"}
            for child in self.container.children
        )

    # Lines

    def _line(self, line: Line, following: Block | None) -> None:
        start, stop = trimmed(self.text, line.start, line.stop)
        words = self.text[start:stop]
        if not words:
            return
        if self.quote and not resumes_after_quote(self.text, start, stop, self._paragraph_number()):
            self._quoted(start, stop)
            return
        self.quote = None
        if formulas.ORNAMENT.match(words) and not self._opens_quote(start, stop):
            self._parent().add(leaf("ornament", start, stop))
        elif formulas.NOTE.match(words) or self.remark:
            self._note(start, stop, words)
        elif self.phase != "preface" and formulas.is_legend_lead(words):
            self._open_legend(start, stop)
        elif self.legend and formulas.LEGEND_LINE.match(words):
            self._legend_line(start, stop)
        elif formulas.PROOFREADERS.match(words) and self.phase != "preface":
            self.proofread = True
            self._conclude("proofreaders", start, stop)
        elif self.phase == "preface":
            self._preface(line, start, stop, words)
        else:
            if self.phase == "conclusion":
                self._implicit_attachment(start)
            self._provision(line, start, stop, words, following)

    def _note(self, start: int, stop: int, words: str) -> None:
        # The publisher's remark heads a line that says what was repealed.
        self.remark = bool(formulas.PUBLISHER_REMARK.match(words)) and len(words) < 40
        if formulas.is_legend_lead(words):
            self._open_legend(start, stop)
            return
        # A note stands under a paragraph or division, never under the list item above it.
        while self.open and self.open[-1].level > 5:
            self.open.pop()
        self._parent().add(leaf("note", start, stop))

    def _open_legend(self, start: int, stop: int) -> None:
        self.open.clear()
        self.legend = True
        self.container.add(leaf("heading", start, stop))

    def _legend_line(self, start: int, stop: int) -> None:
        last = self.container.children[-1]
        if last.kind != "legend":
            last = self.container.add(Node("legend", start, start, None, None, start, start))
        last.add(leaf("row", start, stop))
        self._stretch(stop)

    def _preface(self, line: Line, start: int, stop: int, words: str) -> None:
        opening = marker(self.text, start, stop)
        if formulas.ENACTING.search(words):
            self.root.add(leaf("preamble", start, stop))
            self.phase = "body"
        elif opening and opening.kind in {"paragraph", "article", "chapter", "part", "section"}:
            self.phase = "body"
            self._numbered(opening, start, stop, words)
        elif formulas.STATUS.fullmatch(words):
            self.root.add(leaf("status", start, stop))
        elif formulas.REGISTERED.search(words) or (
            formulas.REQUISITE.search(words) and not words.endswith(":")
        ):
            self.root.add(leaf("requisite", start, stop))
        elif self._is_title(line, words):
            self.title = self.root.add(leaf("title", start, stop))
        elif formulas.ORDER.search(words[-30:]):
            self.phase = "body"
            self._unnumbered(start, stop)
        else:
            self.root.add(leaf("preamble", start, stop))

    def _is_title(self, line: Line, words: str) -> bool:
        if line.role == "heading":
            return True
        had_preamble = any(child.kind == "preamble" for child in self.root.children)
        short = len(words) <= TITLE_LENGTH and not words.endswith((*formulas.CLOSING, ","))
        return short and not had_preamble and self.title is None and line.role != "quote"

    def _provision(
        self, line: Line, start: int, stop: int, words: str, following: Block | None
    ) -> None:
        opening = marker(self.text, start, stop)
        if self._wants_title() and formulas.FORM_MARK.fullmatch(words):
            self.container.add(leaf("stamp", start, stop))
        elif self._wants_title() and self._is_attachment_title(line, words, opening):
            self._title_attachment(start, stop, words)
        elif self._opens_quote(start, stop):
            self._open_quote(start, stop)
        elif opening:
            if opening.kind == "paragraph" and self._is_division_heading(opening, words, following):
                opening = Marker("chapter", opening.num, opening.stop)
            self._numbered(opening, start, stop, words)
        elif line.role == "heading" and not words.endswith((";", ":")):
            self.open.clear()
            self.container.add(leaf("heading", start, stop))
        else:
            self._unnumbered(start, stop)
        self._stretch(stop)

    def _is_attachment_title(self, line: Line, words: str, opening: Marker | None) -> bool:
        if BLANK.search(words):
            return False
        if line.role == "heading" and not (opening and opening.kind == "chapter"):
            return True
        return (
            opening is None and len(words) <= TITLE_LENGTH and not words.endswith((".", ";", ":"))
        )

    def _title_attachment(self, start: int, stop: int, words: str) -> None:
        self.container.add(leaf("title", start, stop))
        self.container.heading = " ".join(words.split())

    def _is_division_heading(self, opening: Marker, words: str, following: Block | None) -> bool:
        """``1. Жалпы ережелер`` heads a division when the numbering does not go on from it."""
        if words.endswith((*formulas.CLOSING, ",")) or len(words) > 160:
            return False
        if not isinstance(following, Line):
            return False
        below = marker(self.text, following.start, following.stop)
        if below is None or below.kind != "paragraph" or not (below.num and opening.num):
            return False
        follows = below.num == str(int(opening.num.split("-")[0]) + 1)
        return not follows or opening.num in self._numbers(self.container)

    def _numbers(self, node: Node) -> set[str | None]:
        """Return the numbers of the paragraphs so far: a number said twice heads a division."""
        numbers = {child.num for child in node.children if child.kind == "paragraph"}
        divisions = (child for child in node.children if child.kind in {"chapter", "part"})
        return numbers.union(*(self._numbers(child) for child in divisions))

    def _numbered(self, opening: Marker, start: int, stop: int, words: str) -> None:
        held = False
        while self.open and self.open[-1].level >= opening.level and not held:
            held = self._holds_items(self.open[-1], opening.kind)
            if not held:
                self.open.pop()
        if opening.kind == "indent" and not held:
            self._close_finished()
        node = Node(opening.kind, start, stop, opening.num, None, opening.stop, stop)
        if opening.kind in {"part", "chapter", "section", "article"} and not words.endswith(";"):
            node.heading = self.text[opening.stop : stop]
        self._parent().add(node)
        self.open.append(node)

    def _holds_items(self, node: Node, kind: str) -> bool:
        """A dash under an unnumbered lead-in (``…:``) is its item, not its sibling.

        So is ``1)`` where no paragraph is open that a citation would count it in.
        """
        if node.kind != "alinea" or not self.text[: node.text_stop].rstrip().endswith(":"):
            return False
        alone = kind == "subparagraph" and node is self.open[0]
        return kind == "indent" or alone

    def _unnumbered(self, start: int, stop: int) -> None:
        self._close_finished()
        if self.text[start:stop].rstrip().endswith(":"):
            self._close_lead_ins()
        parent = self._parent()
        kind = "indent" if self._is_list(parent) else "alinea"
        node = Node(kind, start, stop, None, None, start, stop)
        if kind == "alinea" and parent.level >= 5:
            # The unit's own words are its first alinea, so the next one counts from 2.
            count = sum(child.kind == "alinea" for child in parent.children)
            node.num = str(count + 2)
        parent.add(node)
        self.open.append(node)

    def _close_lead_ins(self) -> None:
        """A new lead-in stands beside the one above it whose list has begun, not inside it."""
        while self.open and self.open[-1].kind in {"indent", "alinea"} and self.open[-1].children:
            self.open.pop()

    def _close_finished(self) -> None:
        """Close the units that a plain line cannot belong to."""
        while self.open and self.open[-1].level > 5 and self._is_finished(self.open[-1]):
            self.open.pop()

    def _is_finished(self, node: Node) -> bool:
        if self.text[: node.text_stop].rstrip().endswith(":"):
            return self._list_ended(node)
        if node.kind in {"indent", "alinea"}:
            return True
        return self.text[node.start : self._end(node)].rstrip().endswith(".")

    def _list_ended(self, node: Node) -> bool:
        items = [child for child in node.children if child.kind != "note"]
        if not items:
            return False
        return items[-1].kind == "quoted" or self.text[: self._end(items[-1])].rstrip().endswith(
            "."
        )

    def _end(self, node: Node) -> int:
        return max([node.stop, *(self._end(child) for child in node.children)])

    def _is_list(self, parent: Node) -> bool:
        """A lead-in that ends with a colon holds list items until one ends with a full stop."""
        if parent.level == 0 or not self.text[: parent.text_stop].rstrip().endswith(":"):
            return False
        items = [child for child in parent.children if child.kind != "note"]
        # `Мыналардың күші жойылсын:` is whole in itself, so its items may be sentences.
        whole = formulas.ORDER.search(self.text[max(0, parent.text_stop - 8) : parent.text_stop])
        return not items or bool(whole) or not self._list_ended(parent)

    # Quoted new wording

    def _opens_quote(self, start: int, stop: int) -> bool:
        if self.phase == "preface" or self.text[start] not in '«"“„':
            return False
        last = self._last()
        before = self.text[max(last.start, last.stop - 160) : last.stop]
        return opens_quote(self.text, start, stop, before, last.kind == "quoted")

    def _open_quote(self, start: int, stop: int) -> None:
        self.quote = self._parent().add(leaf("quoted", start, stop))
        if closes_quote(self.text, start + 1, stop):
            self.quote = None

    def _quoted(self, start: int, stop: int) -> None:
        if self.quote is None:
            return
        self.quote.text_stop = self.quote.stop = stop
        if closes_quote(self.text, start, stop):
            self.quote = None

    def _paragraph_number(self) -> str | None:
        numbers = [node.num for node in self.open if node.kind == "paragraph"]
        return numbers[-1] if numbers else None

    def _last(self) -> Node:
        node = self.container
        while node.children:
            node = node.children[-1]
        return node

    # Tables

    def _table(self, table: Table) -> None:
        if self.quote:
            self._quoted(table.start, table.stop - 1)
            return
        if self.phase in {"preface", "conclusion"}:
            if self.phase == "conclusion":
                self._implicit_attachment(table.start)
            self.phase = "body" if self.phase == "preface" else self.phase
        while self.open and self.open[-1].level > 5:
            self.open.pop()
        kind = "legend" if self.legend else "table"
        self.legend = False
        node = Node(kind, table.start, table.start, None, None, table.start, table.start)
        for row in rows_of(self.text, table):
            node.children.append(self._row(row.row, row.role, row.num))
        (self.container if kind == "legend" else self._parent()).add(node)
        self._stretch(table.stop)

    def _row(self, row: Row, role: str, num: str | None) -> Node:
        kind = {"data": "row", "numbers": "head"}.get(role, role)
        node = Node(kind, row.start, row.stop, num, None, row.start, row.start)
        for cell in row.cells:
            inner = trimmed(self.text, cell.start, cell.stop)
            node.add(leaf("cell", *inner, num=str(cell.column)))
        return node

    def _parent(self) -> Node:
        return self.open[-1] if self.open else self.container

    def _stretch(self, stop: int) -> None:
        self.container.stop = max(self.container.stop, stop)
