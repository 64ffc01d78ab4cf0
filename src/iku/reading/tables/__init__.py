"""What stands in and around a table: headers, rows, titles, signatures, and the nouns they make."""
