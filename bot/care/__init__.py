"""Care of the installation: what an operator looks after, beside what clubs and people do."""
