"""Stage: draw."""
