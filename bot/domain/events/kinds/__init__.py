"""Every kind of event, a file each: `KIND` in it says all that the program must know of the kind."""
