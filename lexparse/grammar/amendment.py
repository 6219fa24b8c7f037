"""Reads an amending unit line by line: lead, base act, carrier, context, commands, new wording.

Literal forms: ``… № 607 қаулысына мынадай өзгерістер енгізілсін:``, ``… № 339 қаулысында:``,
``көрсетілген қаулымен бекітілген … ережеде:``, ``15-тармақта:``, ``2) тармақша мынадай
редакцияда жазылсын:``, ``мына:`` + a table + ``деген жол …``, ``Мыналардың күші жойылды деп
танылсын:`` + a list, ``қосымшаға сәйкес … күші жойылды деп танылсын``.

What holds afterwards: every line of the unit is in a modification, in a context or left over; a
command that was not read to its last word is ``unresolved`` and changes nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter

from lexparse.grammar.amending import (
    APPROVAL,
    BY_ATTACHMENT,
    LEAD,
    Amendment,
    Leftover,
    Opened,
    in_context,
    opened_lines,
)
from lexparse.grammar.carrier import filled
from lexparse.grammar.command import ANCHOR, COMMAND, Command
from lexparse.grammar.commanded import Around, read_line
from lexparse.grammar.composition import brings_members, commands_on, members_above, members_below
from lexparse.grammar.content import Content, content_of, end_of, is_own, numbering_goes_on
from lexparse.grammar.drafted import UNREAD, attachment_of, completed
from lexparse.grammar.named import MASK
from lexparse.grammar.operation import NotUnderstoodError
from lexparse.grammar.repeal_list import kind_listed, lists_acts, repeals
from lexparse.grammar.scope import ACT_LEFT, Scope, scope_after
from lexparse.grammar.target import Line, line_of, mentions
from lexparse.records import Modification, Provision, Reference
from lexparse.structure.walk import eid_at
from lexparse.text.span import Span, trimmed

OPENING = ("«", '"', "“", "„")
INLINE = re.compile(r"\s*:+\s*(?=[«\"“„])")
TAIL = re.compile(rf"[\s.;:,{MASK}]*\Z")
CLOSED_BEHIND = re.compile(r"[\s.;:,]*[»”\"][\s.;:,»”\"]*\Z")
CHANGES = re.compile(r"өзгеріс|өзгерту|толықтыру", re.IGNORECASE)
NAMED_BEFORE = re.compile(
    r"\A[\W\d]*(?:жоғарыда\s+)?(?:көрсетілген|аталған|аталмыш|сол)\s+(?:бірлескен\s+)?"
    r"(?:[қк]аулы|бұйры|жарлы|шешім|өкім)",
    re.IGNORECASE,
)
# Verbs that command a change wherever they stand; others need a context that amends.
ALWAYS = frozenset({"substitute"})


GOES_ON = "the wording is not closed and its list may go on in the commands below"
NO_SCOPE = Scope()


@dataclass(slots=True)
class Reader:
    """One pass over the lines of a unit, with the context that they set."""

    text: str
    references: Sequence[Reference]
    attachments: list[Provision]
    lines: list[Opened]
    amending: bool = False
    named: Reference | None = None
    at: int = 0
    scope: Scope = NO_SCOPE
    saved: dict[int, Scope] = field(default_factory=dict)
    waiting: list[Opened] = field(default_factory=list)
    shown: Content | None = None
    modifications: list[Modification] = field(default_factory=list)
    contexts: list[Span] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    read_in: list[str] = field(default_factory=list)
    listing: bool = False
    listed_kind: str | None = None
    unclosed: int | None = None
    numbered_command: bool = False
    led: bool = False
    spans: list[Span] = field(init=False)

    def __post_init__(self) -> None:
        """Keep the spans by themselves: wording is sought among them at every command."""
        self.spans = [one.span for one in self.lines]

    def read(self) -> Amendment:
        """Read every line; nothing is returned of a unit that amends nothing."""
        while self.at < len(self.lines):
            self._line()
        for one in self.waiting:
            self._leave(one)
        if not self.modifications and not self.led:
            return Amendment()
        return Amendment(
            tuple(self.modifications),
            tuple(self.contexts),
            tuple(self.leftovers),
            tuple(self.read_in),
        )

    def _line(self) -> None:
        opened = self.lines[self.at]
        self._enter(opened)
        line, verbs, inline = self._prepared(opened)
        blank = line.blank
        if self.scope.act is None and NAMED_BEFORE.search(blank):
            self.scope = replace(self.scope, act=self._named_last())
        if opened.level:
            self.numbered_command = bool(verbs)
        if APPROVAL.search(blank):
            self._approved(opened, line)
        elif LEAD.search(blank):
            self._lead(opened, line)
        elif verbs:
            self._command(opened, line, verbs, inline)
        elif self.listing and (line.references or ACT_LEFT.search(blank) or "№" in blank):
            self._repeal_line(opened)
            self.at += 1
        elif blank.rstrip().endswith(":"):
            self._context(opened, line)
        elif not self._members(opened):
            if line.references:
                self.waiting.append(opened)
            else:
                self._leave(opened)
            self.at += 1

    def _named_last(self) -> Reference | None:
        """Return the act that was amended last: ``көрсетілген қаулы`` means it."""
        return next((one.act for one in self.modifications[::-1] if one.act), self.named)

    def _enter(self, opened: Opened) -> None:
        """A number sets the context back to where its first neighbour began."""
        if not opened.level:
            return
        self.saved = {k: v for k, v in self.saved.items() if k <= opened.level}
        self.scope = self.saved.setdefault(opened.level, self.scope)

    def _prepared(self, opened: Opened) -> tuple[Line, list[Command], int | None]:
        """Return a line, its verbs, and where wording begins that stands on the same line."""
        line = self._line_of(opened)
        verbs = COMMAND.find(line.blank) or commands_on(self.scope, line)
        for verb in verbs:
            colon = INLINE.match(self.text, opened.words + verb.stop, opened.span.stop)
            if colon and verb.kind in {"substitute", "supplement"}:
                cut = Span(opened.words, opened.words + verb.stop)
                short = line_of(self.text, *cut, self._cited(opened))
                return short, COMMAND.find(short.blank), colon.end()
        return line, verbs, None

    def _members(self, opened: Opened) -> bool:
        """Read members listed below ``құрамына:`` whose verb stands behind the last of them."""
        found = members_above(self.text, self.scope, self.spans, self.at)
        if found is None or self.scope.doubt:
            return False
        drafts, content, self.at = found
        span = trimmed(self.text, opened.words, content.stop)
        self.modifications += [
            replace(one, start=span.start, stop=span.stop)
            for one in completed(self.text, drafts, content if drafts[0].brings else None, [])
        ]
        return True

    def _line_of(self, opened: Opened) -> Line:
        return line_of(self.text, opened.words, opened.span.stop, self._cited(opened))

    def _cited(self, opened: Opened) -> list[Reference]:
        start = attrgetter("start")
        first = bisect_left(self.references, opened.words, key=start)
        behind = bisect_left(self.references, opened.span.stop, lo=first, key=start)
        return [one for one in self.references[first:behind] if one.stop <= opened.span.stop]

    def _leave(self, opened: Opened) -> None:
        text = self.text[opened.span.start : opened.span.stop]
        self.leftovers.append(Leftover(*opened.span, text))

    def _lead(self, opened: Opened, line: Line) -> None:
        self.amending = self.led = True
        source = BY_ATTACHMENT.search(line.blank)
        self._set_base(line)
        self.contexts.append(opened.span)
        self.saved.pop(opened.level, None)
        self.at += 1
        if source:
            self._read_attachment(source["num"] or "")

    def _approved(self, opened: Opened, line: Line) -> None:
        self.amending = self.led = True
        self._set_base(line)
        self.contexts.append(opened.span)
        self.at += 1
        source = BY_ATTACHMENT.search(line.blank)
        self._read_attachment(source["num"] or "" if source else "")

    def _read_attachment(self, num: str) -> None:
        held = attachment_of(num, self.attachments)
        changing = [one for one in self.attachments if CHANGES.search(one.heading or "")]
        chosen = held if num else changing[0] if len(changing) == 1 else held
        if chosen is None:
            return
        reader = Reader(
            self.text,
            self.references,
            [one for one in self.attachments if one is not chosen],
            opened_lines(self.text, chosen),
            amending=True,
            scope=replace(self.scope, doubt=None),
        )
        self.read_in.append(chosen.eid)
        read = reader.read()
        self.modifications += read.modifications
        self.contexts += read.contexts
        self.leftovers += read.leftovers

    def _set_base(self, line: Line) -> None:
        acts = [one for one in mentions(line, line.start, line.stop) if one.kind == "act"]
        if len(acts) == 1:
            self.scope = Scope(acts[0].reference)
        elif len(acts) > 1:
            self.scope = Scope(doubt="more than one act is named as the one to amend")

    def _context(self, opened: Opened, line: Line) -> None:
        stop = line.stop
        found = filled(line, line.start, stop, mentions(line, line.start, stop), context=True)
        if not found:
            self._shown(opened)
            return
        self.at += 1
        self.contexts.append(opened.span)
        acts = [one for one in found if one.kind == "act"]
        self.amending = self.amending or bool(acts)
        self.scope = scope_after(self.text, found, self.scope)
        fresh = bool(acts) or any(one.approved for one in found)
        if fresh and not opened.level and self.numbered_command:
            # `1) 2-тармақ …;` then `ережеде:` then `2) …`: whose number goes on is not said.
            doubt = "the numbering goes on past a carrier"
            self.saved = {k: replace(v, doubt=doubt) for k, v in self.saved.items()}
        if acts:
            self.saved = {k: v for k, v in self.saved.items() if k <= opened.level}

    def _shown(self, opened: Opened) -> None:
        """``мына:`` shows the rows that the next line calls ``деген жол``."""
        self.contexts.append(opened.span)
        first = self.at + 1
        spans = [one.span for one in self.lines]
        stop = end_of(self.text, spans, first) if first < len(spans) else first
        self.at = max(stop, first)
        held = (
            content_of(self.text, spans[first].start, spans[stop - 1].stop)
            if stop > first
            else None
        )
        if held:
            self.shown = held
            self.contexts.append(Span(held.start, held.stop))
        else:
            for one in self.lines[first:stop]:
                self._leave(one)

    def _command(
        self, opened: Opened, line: Line, verbs: list[Command], inline: int | None
    ) -> None:
        if not self._commands(line, verbs):
            self._leave(opened)
            self.at += 1
            return
        self.listing = False
        if not self.waiting and verbs[0].kind == "repeal" and lists_acts(line, verbs):
            self._list(opened, line)
            return
        content, stop = self._content(opened, verbs, inline)
        start = opened.words if self.shown is None else self.shown.start
        if self.waiting and verbs[-1].kind == "repeal":
            start = self.waiting[0].words
        span = Span(start, content.stop if content else trimmed(self.text, *opened.span).stop)
        try:
            done = self._understood(line, verbs, content)
        except NotUnderstoodError as reason:
            done = [self._unresolved(line, str(reason))]
            if content and not content.sure:
                self.scope = replace(self.scope, doubt="wording above may go on to here")
        if content and not content.sure:
            self.unclosed = len(self.modifications)
            if stop < len(self.spans) and numbering_goes_on(self.text, content, self.spans[stop]):
                done = [self._unresolved(line, GOES_ON)]
                self._doubt_all(GOES_ON)
        self.shown = None
        self.amending = True
        self.modifications += [replace(one, start=span.start, stop=span.stop) for one in done]
        self.at = stop

    def _doubt_all(self, doubt: str) -> None:
        self.scope = replace(self.scope, doubt=doubt)
        self.saved = {level: replace(one, doubt=doubt) for level, one in self.saved.items()}

    def _commands(self, line: Line, verbs: list[Command]) -> bool:
        """Tell whether the verbs of a line change an act at all, and not the world."""
        if self.amending or self.shown or any(verb.kind in ALWAYS for verb in verbs):
            return True
        found = mentions(line, line.start, line.stop)
        kinds = {verb.kind for verb in verbs}
        if kinds & {"repeal", "suspend"}:
            acts = any(one.kind in {"act", "step"} for one in found)
            return acts or bool(self.waiting) or lists_acts(line, verbs)
        if kinds & {"include", "exclude"}:
            return bool(line.references)
        return any(one.kind in {"words", "content"} for one in found) or any(
            one.kind == "step" and kinds & {"delete", "supplement", "renumber"} for one in found
        )

    def _content(
        self, opened: Opened, verbs: list[Command], inline: int | None
    ) -> tuple[Content | None, int]:
        """Return the wording that follows and the index of the line behind it."""
        spans = self.spans
        stop = self.at + 1
        following = stop < len(spans) and not is_own(self.text, *spans[stop])
        quoted = following and self.text.startswith(OPENING, spans[stop].start)
        members = verbs[-1].kind == "include" or brings_members(self._line_of(opened), verbs[-1])
        if members and self.text[opened.span.stop - 1] == ":" and not inline:
            return members_below(self.text, self.spans, stop)
        if verbs[-1].kind not in {"substitute", "supplement"} and not quoted:
            return None, stop
        if inline is None and not quoted:
            return None, stop
        start = inline if inline is not None else spans[self.at + 1].start
        if following:
            stop = end_of(self.text, spans, self.at + 1, start)
        return content_of(self.text, start, spans[stop - 1].stop), stop

    def _understood(
        self, line: Line, verbs: list[Command], content: Content | None
    ) -> list[Modification]:
        if self.scope.doubt:
            raise NotUnderstoodError(self.scope.doubt)
        if CLOSED_BEHIND.match(line.blank[verbs[-1].stop :]):
            self._take_back()
            raise NotUnderstoodError("a mark behind the command closes wording begun above")
        members = verbs[-1].kind in {"include", "exclude"}
        if not members and not TAIL.match(line.blank[verbs[-1].stop :]):
            raise NotUnderstoodError("words behind the command")
        waiting = [self._line_of(one) for one in self.waiting]
        around = Around(self.text, self.scope, self.shown, waiting)
        found = read_line(around, line, verbs)
        if verbs[-1].kind == "repeal":
            self.waiting = []
        return completed(self.text, found, content, self.attachments)

    def _take_back(self) -> None:
        """Leave unresolved what was read since wording began whose close only now turns up."""
        if self.unclosed is None:
            return
        for at in range(self.unclosed, len(self.modifications)):
            one = self.modifications[at]
            self.modifications[at] = Modification(
                rule=UNREAD,
                action="unresolved",
                act=one.act,
                start=one.start,
                stop=one.stop,
                reason="it may stand inside quoted wording",
            )

    def _list(self, opened: Opened, line: Line) -> None:
        """Read the acts that the lines below, or an attachment, name as repealed."""
        source = BY_ATTACHMENT.search(line.blank)
        self.at += 1
        self.listed_kind = kind_listed(line.blank)
        if source is None:
            self.contexts.append(opened.span)
            self.listing = self.amending = True
            return
        held = attachment_of(source["num"] or "", self.attachments)
        if held is None:
            self.modifications.append(
                replace(
                    self._unresolved(line, "the list of acts is not in the act"),
                    start=opened.words,
                    stop=opened.span.stop,
                )
            )
            return
        self.amending = True
        self.contexts.append(opened.span)
        for item in opened_lines(self.text, held):
            self._repeal_line(item)

    def _repeal_line(self, opened: Opened) -> None:
        line = self._line_of(opened)
        named = self._named_last() if NAMED_BEFORE.search(line.blank) else None
        try:
            drafts = repeals(self.text, line, self.listed_kind, named)
            read = completed(self.text, drafts, None, [])
        except NotUnderstoodError as reason:
            read = [self._unresolved(line, str(reason))]
        if not read:
            read = [self._unresolved(line, "no act is named that loses force")]
        span = trimmed(self.text, opened.words, opened.span.stop)
        self.modifications += [replace(one, start=span.start, stop=span.stop) for one in read]

    def _unresolved(self, line: Line, reason: str) -> Modification:
        act = self.scope.act or (line.references[0] if line.references else None)
        return Modification(rule=UNREAD, action="unresolved", act=act, reason=reason)


def read_amendment(
    text: str,
    unit: Provision,
    references: Sequence[Reference],
    attachments: Sequence[Provision] = (),
    named: Reference | None = None,
) -> Amendment:
    """Read one operative unit; empty if it amends nothing.

    ``references`` are the citations of the act, in order of the text, ``attachments``
    its own: commands gathered in one, or the new wording that one holds, are read there.
    ``named`` is the act that the unit before amended: ``көрсетілген қаулымен`` means it.
    """
    if not ANCHOR.search(text, unit.start, unit.stop):
        return Amendment()
    lines = opened_lines(text, unit)
    reader = Reader(text, references, list(attachments), lines, named=named)
    read = reader.read()
    roots = [unit, *attachments]
    found = in_context(read.modifications, read.contexts)
    return replace(
        read,
        modifications=tuple(replace(one, eid=eid_at(roots, one.start)) for one in found),
    )


def read_commands(
    text: str,
    unit: Provision,
    references: Sequence[Reference],
    attachments: Sequence[Provision] = (),
) -> list[Modification]:
    """Return what one operative unit commands, the commands not understood among it."""
    return list(read_amendment(text, unit, references, attachments).modifications)
