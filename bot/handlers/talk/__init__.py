"""How one talks with the bot: ways around, courtesies, language and form of address."""
