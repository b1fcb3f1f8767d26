"""What people fill in around events."""
