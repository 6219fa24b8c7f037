"""Annotated acts and how well the rules read them: precision, recall, F1 per kind and field."""
