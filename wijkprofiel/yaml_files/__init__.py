"""Reading YAML: lines kept, mistakes in Dutch, the user's folder before ours."""
