"""The register's pages: importing, contact details, reviews."""
