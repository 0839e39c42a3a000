"""What differs between two editions for one area, with one cause for every figure."""
