"""The command line: names and options here, each command's work in its own module.

Exit codes: 0 done, 1 bad input (the reason on standard error), 2 wrong usage, 3 done with
something unresolved.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module

# The name that type checkers know; importing it from typing would double the time to start.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    # argparse has no public name for it.
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001

BAD_INPUT = 1


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; it imports nothing of theirs."""
    top = argparse.ArgumentParser(
        prog="lexparse", description="Reads acts of Kazakhstan and says who must do what by when."
    )
    top.add_argument("--version", action="store_true", help="print the version and stop")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    _add_parse(commands)
    _add_explain(commands)
    _add_evaluate(commands)
    _add_tasks(commands)
    _add_compare(commands)
    _add_apply(commands)
    return top


def _add_parse(commands: Commands) -> None:
    one = commands.add_parser(
        "parse",
        help="one act to records on standard output",
        description="Reads one act; records on standard output, findings and coverage on "
        "standard error. Identity that the text does not state is null with a finding; it is "
        "taken from the options or from a meta.yaml beside the file.",
    )
    one.add_argument("file", metavar="FILE", help="the act: plain text or Markdown; - for input")
    one.add_argument("--format", choices=["json", "text", "outline"], default="json")
    one.add_argument(
        "--kind",
        choices=["resolution", "order", "decree", "decision", "directive", "law", "code"],
        help="kind of the act where the text does not state it",
    )
    one.add_argument("--issuer", help="who issued the act, in the nominative")
    one.add_argument("--number", help="the act's number without the number sign")
    one.add_argument("--date", help="the act's date, YYYY-MM-DD")


def _add_explain(commands: Commands) -> None:
    one = commands.add_parser(
        "explain",
        help="how one sentence or cell is read",
        description="Prints the tokens with lemma and case, and every rule that fired.",
    )
    one.add_argument("text", metavar="TEXT", help="a sentence or the text of a cell")
    one.add_argument("--format", choices=["text", "json"], default="text")


def _add_evaluate(commands: Commands) -> None:
    one = commands.add_parser(
        "evaluate",
        help="precision, recall and F1 over annotated acts",
        description="Reads every annotated act below PATH and compares. Texts that are not part "
        "of the project are read from LEXPARSE_ACTS (by default ../shared/acts).",
    )
    one.add_argument("path", metavar="PATH", nargs="?", default="corpora")
    one.add_argument("--format", choices=["text", "json"], default="text")
    one.add_argument("--misses", action="store_true", help="list every miss and false hit")


def _add_tasks(commands: Commands) -> None:
    one = commands.add_parser(
        "tasks",
        help="who must do what by when, as a table, for files and folders",
        description="Reads acts and prints their tasks as a table.",
    )
    one.add_argument("paths", metavar="PATH", nargs="+", help="acts or folders of acts")
    one.add_argument("--records", metavar="DIR", help="write each act's records here as JSON")
    one.add_argument("--limit", type=int, default=0, help="rows shown for each act; 0 shows all")


def _add_compare(commands: Commands) -> None:
    one = commands.add_parser(
        "compare",
        help="what changed between two acts, in text and in duties",
        description="Reads two acts, or two versions of one, and prints what changed: units "
        "inserted, deleted, moved, renumbered and reworded, and duties gained, lost and altered.",
    )
    one.add_argument("old", metavar="OLD", help="the earlier act: plain text or Markdown")
    one.add_argument("new", metavar="NEW", help="the later act; - for input")
    one.add_argument(
        "--by",
        metavar="ACT",
        action="append",
        default=[],
        help="an amending act: its commands are named as causes; may be repeated",
    )
    one.add_argument("--format", choices=["json", "text", "html", "docx"], default="json")
    one.add_argument("--out", metavar="FILE", help="write here instead of to standard output")


def _add_apply(commands: Commands) -> None:
    one = commands.add_parser(
        "apply",
        help="an act with the acts that amend it, as one text",
        description="Carries the commands of amending acts out on the act they amend. What cannot "
        "be carried out exactly changes nothing and is listed on standard error; exit code 3.",
    )
    one.add_argument("base", metavar="BASE", help="the act that is amended")
    one.add_argument("amending", metavar="AMENDING", nargs="+", help="the acts that amend it")
    one.add_argument("--as-of", metavar="DATE", help="only what was in force that day, YYYY-MM-DD")
    one.add_argument(
        "--published",
        metavar="NUMBER=DATE",
        action="append",
        default=[],
        help="the day of first official publication of an amending act; may be repeated",
    )
    one.add_argument(
        "--accept-proposed",
        action="store_true",
        help="carry out kinds of commands too that are otherwise only proposed",
    )
    one.add_argument(
        "--official", metavar="FILE", help="an official consolidated text to hold the result to"
    )
    one.add_argument("--format", choices=["json", "text"], default="json")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    top = parser()
    arguments = top.parse_args(argv)
    if arguments.version:
        from lexparse import __version__

        print(__version__)
        return 0
    if not arguments.command:
        top.print_help()
        return 2
    command = import_module(f"lexparse.cli.{arguments.command}")
    try:
        return int(command.run(arguments))
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except BadInputError as error:
        print(f"lexparse: {error}", file=sys.stderr)
        return BAD_INPUT


class BadInputError(Exception):
    """Input that cannot be read; the message is one sentence with what to do."""
