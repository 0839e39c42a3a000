"""Pure functions from figures to SVG text; what they draw comes in types of their own."""
