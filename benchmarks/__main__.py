"""Runs every benchmark, one after another: python -m benchmarks."""

from benchmarks import imports, planning, understanding, webhooks

for benchmark in (webhooks, planning, understanding, imports):
    print(f"\n== {(benchmark.__doc__ or '').splitlines()[0]}")
    benchmark.main()
