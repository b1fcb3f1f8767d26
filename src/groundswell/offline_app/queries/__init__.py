"""What telephones take along, and what organisers see of what came in."""
