"""Events: what is planned, who comes, who is called."""
