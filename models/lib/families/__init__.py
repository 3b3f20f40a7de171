"""Kinds of generators, a folder each: what is trained and how, what a file takes and gives, what it is checked by."""
