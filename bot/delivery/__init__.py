"""The one way out: queueing in people's words, sending at a pace, settling what became of it."""
