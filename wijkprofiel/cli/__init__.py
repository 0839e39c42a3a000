"""The command line: one command per file; errors become exit codes in `app`."""
