"""The demonstration: a sample province of invented people on a database and a clock of its own."""
