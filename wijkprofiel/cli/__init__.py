"""The command line: one file per command or group; only words on a terminal and exit codes."""
