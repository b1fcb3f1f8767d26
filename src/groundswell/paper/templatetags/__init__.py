"""Template tags of paper."""
