"""What people fill in around mail."""
