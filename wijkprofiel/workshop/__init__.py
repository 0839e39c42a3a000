"""The only wiring: where reading, building and writing meet."""
