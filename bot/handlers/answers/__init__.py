"""Questions: answered, handed on, and met where somebody is in danger."""
