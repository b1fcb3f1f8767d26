"""What people report, and how it is decided."""
