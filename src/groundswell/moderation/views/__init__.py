"""Pages about what was posted: reporting it, deciding on it, appealing."""
