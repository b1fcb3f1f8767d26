"""Groups by place or interest."""
