"""Founding a club: what is done and what is said of it."""
