"""What people fill in around a canvass."""
