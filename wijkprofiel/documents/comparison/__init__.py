"""Areas beside each other: two to four of them, none of which is the measure of another."""
