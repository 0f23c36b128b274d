"""The questions of each topic, a module for each."""
