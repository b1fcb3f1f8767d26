"""Pages about results that wait for a person's decision."""
