"""Finding areas, and what they lie in and consist of."""
