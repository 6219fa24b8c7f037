"""Figures as ratios against a named anchor, each a median of several rounds in one run."""
