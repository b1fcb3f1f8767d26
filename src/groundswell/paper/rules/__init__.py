"""Rules of paper: what stands on a sheet, what is keyed from it, how good the keying is."""
