"""Profile to HTML, PDF and JSON. Nothing here judges, computes or selects."""
