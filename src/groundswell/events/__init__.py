"""What people do together, at a time and a place."""
