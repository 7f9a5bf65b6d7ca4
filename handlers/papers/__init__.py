"""เอกสาร: the provincial office has official papers made, words their sections, and asks where a figure comes from."""
