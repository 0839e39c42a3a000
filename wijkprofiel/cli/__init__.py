"""The command line: a file per command or group of commands; errors become exit codes in `app`."""
