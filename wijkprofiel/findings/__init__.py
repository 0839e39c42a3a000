"""Everything that is so: figures, verdicts by role, points, trends, parts and gaps."""
