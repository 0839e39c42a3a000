"""Statistics of the field: one method per file, with its formula, preconditions and source."""
