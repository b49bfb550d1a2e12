"""Those who run the plan: codes, rights and reports."""
