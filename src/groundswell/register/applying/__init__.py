"""Writing a plan into the register: one transaction, in bulk, on PostgreSQL and on SQLite."""
