"""What can be done with paper."""
