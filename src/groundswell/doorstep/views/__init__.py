"""The doorstep's pages."""
