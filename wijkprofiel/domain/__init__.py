"""The words of the field: frozen, validated on construction, standard library only."""
