"""A person's own data: seen, corrected, copied, withdrawn, deleted."""
