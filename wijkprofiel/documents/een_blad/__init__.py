"""One A4: where it is, what stands out, and a question to begin with."""
