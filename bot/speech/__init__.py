"""How the bot speaks: its languages, forms of address, days and hours in words, cutting to length."""
