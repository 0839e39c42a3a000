"""From findings to Dutch, in one place: numbers, cells, sentences, source notes."""
