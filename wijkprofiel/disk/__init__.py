"""What touches the disk safely: whole files out, nothing half-written, one thread at a time."""
