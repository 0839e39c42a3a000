"""From snapshots to an edition: clean, resolve, join, check, compute; minutes are allowed here."""
