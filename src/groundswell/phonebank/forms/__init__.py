"""What people fill in around a phone bank."""
