"""Records gained and lost between a git revision and the code at hand, act by act.

Both codes read the same acts: those that lie below this folder now. The revision is checked out
into a temporary work tree, which is removed afterwards.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
CORPORA = ROOT / "corpora"
KINDS = (
    "tasks",
    "organs",
    "definitions",
    "references",
    "modifications",
    "notes",
    "findings",
)
# Where a record was read and by which rule may change while its meaning stays.
EVIDENCE = frozenset({"start", "stop", "rule", "text_start", "text_stop"})
SHOWN = 160
# One run for all acts, so that imports are paid for once.
READ_ALL = """
import json, pathlib, sys
import lexparse.cli.parse  # the command proves that the code is whole
from lexparse.export.plain import as_json
from lexparse.extraction import extract
from lexparse.readers import read
from lexparse.structure.outline import outline

for name in sys.argv[1:]:
    path = pathlib.Path(name)
    try:
        parse = json.loads(as_json(extract(outline(read(path.read_bytes(), path.name)))))
    except Exception as error:
        parse = {"failed": f"{type(error).__name__}: {error}"}
    print(json.dumps([name, parse], ensure_ascii=False))
"""

Tree = Any
Meanings = Counter[tuple[str, str]]


def acts() -> list[Path]:
    """Return every act below this folder, by name."""
    return sorted(path for path in CORPORA.rglob("act.*") if path.suffix in {".txt", ".md"})


@contextmanager
def work_tree(revision: str) -> Iterator[Path]:
    """Give a folder that holds the project as it was at ``revision``."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "base"
        git = ("git", "-C", str(ROOT), "worktree")
        subprocess.run((*git, "add", "--quiet", "--detach", str(tree), revision), check=True)
        try:
            yield tree
        finally:
            subprocess.run((*git, "remove", "--force", str(tree)), check=True)


def parses(code: Path, files: list[Path]) -> dict[str, Tree]:
    """Return what the code in the folder ``code`` reads in each file."""
    ran = subprocess.run(
        [sys.executable, "-c", READ_ALL, *map(str, files)],
        cwd=code,
        env={**os.environ, "PYTHONPATH": str(code), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return dict(json.loads(line) for line in ran.stdout.splitlines())


def meanings(parse: Tree) -> Meanings:
    """Return the records as kind and wording, counted, without their evidence."""
    if "failed" in parse:
        return Counter({("failed", parse["failed"]): 1})
    found: Meanings = Counter()
    for name, value in _meaning(parse["act"]).items():
        found["act", f"{name} = {_line(value)}"] += 1
    for kind in KINDS:
        found.update((kind, _line(_meaning(record))) for record in parse.get(kind, ()))
    return found


def _meaning(tree: Tree) -> Tree:
    if isinstance(tree, dict):
        kept = {key: _meaning(value) for key, value in tree.items() if key not in EVIDENCE}
        return {key: value for key, value in kept.items() if value not in (None, [], {})}
    return [_meaning(one) for one in tree] if isinstance(tree, list) else tree


def _line(value: Tree) -> str:
    return json.dumps(value, ensure_ascii=False)


def main(argv: list[str] | None = None) -> int:
    """Print the comparison; 2 if the revision is unknown or its code cannot be run."""
    wanted = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    wanted.add_argument("base", help="a git revision: the code to compare with")
    base = wanted.parse_args(argv).base
    files = acts()
    try:
        with work_tree(base) as tree:
            before = parses(tree, files)
        after = parses(ROOT, files)
    except subprocess.CalledProcessError:
        print(f"report: the code of {base} could not be read or run (see above).", file=sys.stderr)
        return 2
    _print_report(base, files, before, after)
    return 0


def _print_report(
    base: str, files: list[Path], before: dict[str, Tree], after: dict[str, Tree]
) -> None:
    gains: Counter[str] = Counter()
    losses: Counter[str] = Counter()
    for file in files:
        old, new = meanings(before[str(file)]), meanings(after[str(file)])
        gained, lost = new - old, old - new
        if gained or lost:
            print(file.parent.relative_to(CORPORA))
            _print_lines("-", lost)
            _print_lines("+", gained)
        gains.update(kind for kind, _ in gained.elements())
        losses.update(kind for kind, _ in lost.elements())
    print(f"{len(files)} acts against {base}")
    for kind in sorted(gains | losses):
        print(f"  {kind:<14} +{gains[kind]} -{losses[kind]}")
    if not gains and not losses:
        print("  no record gained or lost")


def _print_lines(sign: str, records: Meanings) -> None:
    for (kind, words), count in sorted(records.items()):
        times = f" (x{count})" if count > 1 else ""
        line = words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"
        print(f"  {sign} {kind}: {line}{times}")


if __name__ == "__main__":
    sys.exit(main())
