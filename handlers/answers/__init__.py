"""What people ask: each file answers one question with one card."""
