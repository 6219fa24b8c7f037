"""Records as plain dictionaries, lists and strings, the shape of ``record-schema.json``."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from lexparse.records import Parse


@cache
def _names(record: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record))


def plain(value: Any) -> Any:
    """Return ``value`` with every record as a dictionary and every tuple as a list."""
    if isinstance(value, (str, int, float, type(None))):
        return value
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {name: plain(getattr(value, name)) for name in _names(type(value))}
    return {key: plain(item) for key, item in value.items()}


def as_json(parse: Parse) -> str:
    """Return what ``lexparse parse --format json`` prints."""
    return json.dumps(plain(parse), ensure_ascii=False, indent=2)
