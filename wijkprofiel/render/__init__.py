"""Profile to HTML, PDF, JSON and CSV. Nothing here judges, computes or selects."""
