"""Pages of the phone bank: for those who organise it and those who call."""
