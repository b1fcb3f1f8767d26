"""What people and their devices send."""
