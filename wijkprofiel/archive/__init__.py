"""Snapshots of tables as their sources gave them: pulling, resuming, pruning, locks."""
