"""Repair: what text extraction does to characters, undone with a map back.

Stands beside the nouns because reading, segmenting and the check of evidence all need it.
"""

from kg.repair.characters import one_to_one, same_but_for_space
from kg.repair.pieces import Piece, text_of, without
from kg.repair.spaces import Setting, cuts_in_line, may_have_gaps
from kg.repair.traditional import as_written, is_traditional, readable, simplified, written, written_names

__all__ = [
    "Piece",
    "Setting",
    "as_written",
    "cuts_in_line",
    "is_traditional",
    "may_have_gaps",
    "one_to_one",
    "readable",
    "same_but_for_space",
    "simplified",
    "text_of",
    "without",
    "written",
    "written_names",
]
