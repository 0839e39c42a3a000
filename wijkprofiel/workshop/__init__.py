"""The only wiring: where reading, making and writing meet."""
