"""Named questions and the port that answers them."""
