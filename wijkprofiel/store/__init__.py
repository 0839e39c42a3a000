"""Snapshots as the sources gave them, and editions compiled from them."""
