"""Members of a club: joining, deciding, lists."""
