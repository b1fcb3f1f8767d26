"""When digests go, which files are taken, what an imprint needs."""
