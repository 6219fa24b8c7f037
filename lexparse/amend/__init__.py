"""Amending acts applied: effects in time, edits of the text, versions that know their cause."""
