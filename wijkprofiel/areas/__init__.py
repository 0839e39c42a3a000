"""Finding areas by name, code or alias, and what they lie in and consist of."""
