"""What lies on the table of a meeting: each sheet a document, all with the same messages."""
