"""What is decided: pure functions, without database, Flask, LINE or clock (`today` is an argument)."""
