"""Lists that people keep of their members, read in three parts: files → tables → people."""
