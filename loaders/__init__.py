"""Destinations: rows to stores and files."""
