"""The words the reader knows, one table a theme: (kind, value) → words, a blank inside an entry written "_"."""
