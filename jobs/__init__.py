"""The clock → notices: one file per duty; schedule.py lists every clock line."""
