r"""Markdown as the mirrors of the official database write it.

Literal forms: ``# title``, ``> *Ескерту. …*``, ``**Ә. Смайылов**``, ``1\.``, ``2\)``,
``<a id="p4"></a>``, HTML tables, code fences that hold wrapped prose, stamps and drawn tables. A
quote's lines are one ``part``; two spaces at a line's end keep the next line apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lexparse.readers.html_table import BEGINS, CLOSE, OPEN, html_table
from lexparse.readers.inline import cell_pieces, line_pieces, only_tags
from lexparse.readers.lines import SourceLine, drafts, indent_of
from lexparse.text.builder import TableDraft, TextBuilder
from lexparse.text.document import Block
from lexparse.text.offsets import OffsetMap

MEDIA_TYPE = "text/markdown"
_MARKS = re.compile(
    r"^ {0,3}(?:\#{1,6} \S|>[ ]?\S|```|\d{1,3}\\[.)]|<(?:a (?:id|name)=|t[dr]>|table\b|th>))"
    r"|^ {0,3}\*\*[^*\n]+\*\*[ ]*$",
    re.MULTILINE | re.IGNORECASE,
)
_SIGNS = ("#", ">", "```", "\\", "<", "**")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(?=\S)")
_QUOTE = re.compile(r"\s*(?:>[ \t]?)+")
_FENCE = re.compile(r"\s*(?:`{3,}|~{3,})[^`]*\Z")
_FENCE_END = re.compile(r"^[ \t]*(?:`{3,}|~{3,})[ \t]*$", re.MULTILINE)


def is_markdown(clean: str) -> bool:
    """Tell Markdown from plain text by a heading, quote, fence, escape, anchor or table tag."""
    return any(sign in clean for sign in _SIGNS) and bool(_MARKS.search(clean))


def read_clean(clean: str) -> tuple[str, tuple[Block, ...], OffsetMap]:
    """Return text, blocks and map of a normalised Markdown text."""
    items = _Scanner(clean).items()
    return TextBuilder(clean, cell_pieces).build(drafts(clean, items, line_pieces))


class _Scanner:
    """Walks the source line by line; fences and HTML tables take several at once."""

    def __init__(self, clean: str) -> None:
        self.clean = clean
        self.at = 0
        self.gap = 0
        self.block = 0
        self.hard = False
        self.quoted = False
        # Once no closing tag or fence follows, none is looked for again: the scan stays linear.
        self.unclosed: set[str] = set()

    def items(self) -> Iterator[SourceLine | TableDraft]:
        while self.at < len(self.clean):
            stop = self._line_stop(self.at)
            text = self.clean[self.at : stop]
            if not text or text.isspace():
                self._skip(stop)
            elif (table := BEGINS.search(text)) and not _QUOTE.match(text):
                yield from self._html(self.at + table.start(), stop)
            elif _FENCE.match(text):
                yield from self._fence(stop)
            elif only_tags(text):
                self.at = stop + 1
            else:
                yield from self._text(self.at, stop)
                self.at = stop + 1

    def _line_stop(self, start: int) -> int:
        stop = self.clean.find("\n", start)
        return len(self.clean) if stop < 0 else stop

    def _skip(self, stop: int) -> None:
        self.gap += 1
        self.hard = self.quoted = False
        self.at = stop + 1

    def _text(self, start: int, stop: int, role: str = "body") -> Iterator[SourceLine]:
        text = self.clean[start:stop]
        soft = False
        if role == "body" and (quote := _QUOTE.match(text)):
            role = "quote"
            start += quote.end()
            text = self.clean[start:stop]
            soft = self.quoted and not self.hard
            self.block += 0 if self.quoted else 1
            self.quoted = True
            if not text.strip():
                self.hard = True
                return
        elif role == "body":
            self.block += 1 if self.gap or self.quoted else 0
            self.quoted = False
        yield self._line(start, stop, text, role, soft)

    def _line(self, start: int, stop: int, text: str, role: str, soft: bool) -> SourceLine:
        indent = indent_of(text[: len(text) - len(text.lstrip())])
        level = 0
        if role != "code" and (heading := _HEADING.match(text)):
            role, level = "heading", len(heading.group(1))
            start += heading.end()
            text = text[heading.end() :]
        line = SourceLine(
            start, stop, text, self.gap, role, level, indent, self.block, self.block, soft=soft
        )
        line.hard = self.hard
        self.hard = text.endswith(("  ", "\\")) and role != "code"
        if role not in {"code", "heading"}:
            _take_emphasis(line)
        if role in {"body", "code"}:
            line.classify()
        self.gap = 0
        return line

    def _fence(self, stop: int) -> Iterator[SourceLine]:
        self.block += 1
        self.hard = self.quoted = False
        end = self._find("fence", _FENCE_END, stop + 1)
        inner, close = (end.start(), end.end()) if end else (len(self.clean), len(self.clean))
        at = stop + 1
        while at < inner:
            line_stop = min(self._line_stop(at), inner)
            if self.clean[at:line_stop].strip():
                yield from self._text(at, line_stop, "code")
            else:
                self.gap += 1
            at = line_stop + 1
        self.block += 1
        self.gap += 1
        self.at = close + 1

    def _html(self, start: int, line_stop: int) -> Iterator[SourceLine | TableDraft]:
        """Take a table to its closing tag; one that is never closed ends at a blank line."""
        if self.clean[self.at : start].strip() and not only_tags(self.clean[self.at : start]):
            yield from self._text(self.at, start)
        stop = self._table_stop(start)
        yield html_table(self.clean, start, stop)
        self.block += 1
        self.gap = 0
        self.hard = self.quoted = False
        self.at = stop
        if stop >= line_stop and self.clean[stop : stop + 1] == "\n":
            self.at = stop + 1

    def _table_stop(self, start: int) -> int:
        """Nested tables are counted, so that the outer one's end is found."""
        depth, at = 1, start + 1
        if not OPEN.match(self.clean, start):
            blank, close = self.clean.find("\n\n", at), self._find("table", CLOSE, at)
            ends = [blank if blank >= 0 else len(self.clean), close.end() if close else at]
            return min(end for end in ends if end > at)
        while depth:
            close = self._find("table", CLOSE, at)
            if close is None:
                blank = self.clean.find("\n\n", at)
                return len(self.clean) if blank < 0 else blank
            depth += len(OPEN.findall(self.clean, at, close.start())) - 1
            at = close.end()
        return at

    def _find(self, kind: str, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        if kind in self.unclosed:
            return None
        found = pattern.search(self.clean, start)
        if found is None:
            self.unclosed.add(kind)
        return found


def _take_emphasis(line: SourceLine) -> None:
    """A line set wholly in bold or italics keeps that as its role; in a quote as nothing."""
    words = line.words
    for marks, role in (("***", "bold"), ("**", "bold"), ("*", "italic")):
        inner = words[len(marks) : -len(marks)]
        if not words.startswith(marks) or words[len(marks) : len(marks) + 1] in {"", " ", "*", ">"}:
            continue
        closed = words.endswith(marks) and inner and inner[-1] not in " *<"
        if closed and f"{marks} " not in inner:
            lead = line.text.index(words[0]) + len(marks)
            line.cut(lead, lead + len(inner))
            line.role = role if line.role == "body" else line.role
        return
