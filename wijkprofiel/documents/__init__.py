"""One folder per document: its content model, its maker and its rules."""
