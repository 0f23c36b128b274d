"""Official news in, knowledge graph out."""
