"""How clubs rest, end and go on again."""
