"""The file format of an edition: layout, reader and writer side by side."""
