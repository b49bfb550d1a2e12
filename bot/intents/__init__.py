"""What people mean: pure, knows words and what stands before whoever writes, no storage."""
