"""Paper in, paper out: plan files are read here, official forms are written here."""
