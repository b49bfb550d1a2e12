"""Days and hours as people type them, solar or lunar, and what to ask when they leave it open.

Order is always day/month/year and never swapped; without a year it is the next such day from
today on, in a field about the past the latest one.
"""
