"""Runs every benchmark, one after another: python -m benchmarks."""

from benchmarks import understanding, webhooks

for benchmark in (webhooks, understanding):
    print(f"\n== {(benchmark.__doc__ or '').splitlines()[0]}")
    benchmark.main()
