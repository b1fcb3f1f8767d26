"""What is filled in about paper."""
