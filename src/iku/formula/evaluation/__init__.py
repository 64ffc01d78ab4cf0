"""From formula and data to a result: exact, with the sentence that explains it."""
