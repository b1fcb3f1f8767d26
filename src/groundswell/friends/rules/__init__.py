"""Rules of this part: names, keys, the oblivious hash, the filter. Plain Python."""
