"""Incidents with people's data: noted by the operator, told to the authority and the people."""
