"""`python -m tests.benchmarks [NAME…]`: runs the benches of these names, or all, and prints a table for each."""

import os
import sys

from tests.benchmarks import attribution, files, filtering, journeys, loading, memory, reading

BENCHES = {
    "reading": reading,
    "loading": loading,
    "files": files,
    "filtering": filtering,
    "memory": memory,
    "journeys": journeys,
    "attribution": attribution,
}


def main(names: list[str]) -> None:
    """Run the benches named, or all of them."""
    if unknown := set(names) - set(BENCHES):
        sys.exit(f"expected one of {', '.join(BENCHES)}, found {', '.join(sorted(unknown))}")
    for name in names or BENCHES:
        bench = BENCHES[name]
        sys.stdout.write(f"{name}: {bench.TITLE}\n{bench.run()}\n\n")
        sys.stdout.flush()
    sys.stdout.write(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the end\n")


if __name__ == "__main__":
    main(sys.argv[1:])
