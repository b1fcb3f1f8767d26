"""Rules of registers: pure functions on names, numbers, addresses and dates, without Django."""
