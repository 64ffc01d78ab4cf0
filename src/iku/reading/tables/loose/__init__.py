"""Matrices whose cells fell out of their table, and the years and values that fell out of one."""
