"""Stage: show. What was read, for a reader: as text, as JSON, or as a page in which each article has its colour."""
