"""The booklet of an edition: what is the same for every area."""
