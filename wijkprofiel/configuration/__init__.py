"""The records of YAML: indicators, themes, limits, texts, editions, sources, profile files."""
