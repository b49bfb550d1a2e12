"""Papers: filled in and handed over."""
