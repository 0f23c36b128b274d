"""The language of the genre: words, look-ups, what a name looks like. It knows no articles; any stage may ask it."""
