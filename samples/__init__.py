"""The real plan of Phetchaburi 2564 and an invented office around it, for the demo and the tests."""
