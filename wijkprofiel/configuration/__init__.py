"""YAML in, validated definitions out, with file and line for every mistake."""
