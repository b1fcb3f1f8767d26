"""Keys made from the installation's own."""
