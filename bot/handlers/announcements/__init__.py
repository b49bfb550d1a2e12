"""What a club tells all its members."""
