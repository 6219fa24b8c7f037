"""What acts say, one grammar a kind of thing, its examples in the TOML twin beside it."""
