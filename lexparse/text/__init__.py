"""Text as all stages read it: normalised, laid out, with the origin of every character."""
