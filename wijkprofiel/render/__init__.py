"""From the content of a document to HTML, PDF, JSON and CSV; nothing is judged or chosen."""
