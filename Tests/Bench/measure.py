"""Measures the workbench beside a bare list in C, in one run, and prints the ratios.

    measure.py CASEWORKBENCH FLOOR [--cases N] [--rounds N] [--show]

Times of different runs must not be compared, since machines are shared; ratios may. Each program
is started anew in each round, one after the other, and the median of the rounds counts. All times
are seen from outside, at the other end of the pseudo-terminal, on a screen of 120 by 40.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

from session import Session

# What each figure may be at most: as a multiple of the floor's, or by itself.
LIMITS = {
    "start to the first full screen, ms": ("x", 2.5),
    "bar key to paint, ms": ("x", 2),
    "bar key, bytes": ("x", 1.1),
    "scroll key to paint, ms": ("x", 2),
    "scroll key to paint, 99 %, ms": ("x", 3),
    "scroll key, bytes": ("x", 1.3),
    "scroll key, processor ms": ("x", 3),
    "flood of 2,000 keys to the right screen, ms": ("x", 0.2),
    "flood of 2,000 keys, bytes": ("=", 60_000),
    "idle 10 s, processor ms": ("=", 1),
    "idle 10 s, bytes": ("=", 0),
    "idle 10 s, wakes": ("=", 10),
    "100 sizes, ms to quiet after the last": ("=", 10),
    "100 sizes, bytes": ("x", 1.2),
    "100 sizes, rows that changed": ("=", 0),
    "memory at its peak, MB": ("=", 92),
    "quit to end, ms": ("=", 20),
    "terminal not as before (1 = yes)": ("=", 0),
}


def keys(session, data, count):
    """Presses keys one at a time; returns the times to paint in ms, bytes and processor ms a key."""
    pauses = random.Random(1)
    times = []
    bytes_before, processor = session.bytes, session.processor()
    for index in range(count):
        session.until_quiet(0.001 + pauses.random() * 0.004, 1)
        pressed = time.monotonic()
        os.write(session.master, data[index % len(data):][:1])
        if not session.read(1):
            raise RuntimeError(f"key {index + 1} of {count} was not answered within a second")
        painted = session.until_quiet(0.003, 2) or session.last
        times.append((painted - pressed) * 1000)
    session.until_quiet(0.1)
    times.sort()
    spent = (session.processor() - processor) * 1000
    return times, (session.bytes - bytes_before) / count, spent / count


def measure(arguments, environment, prepare, idle, show):
    figures = {}
    session = Session(arguments, environment=environment)

    def look(title):
        if show:
            print(f"--- {title}", *session.screen.lines(), sep="\n", file=sys.stderr)

    try:
        full = session.until(lambda screen: screen.is_full())
        if full is None:
            look("not full")
            raise RuntimeError("the program ended or showed no full list within 30 seconds")
        figures["start to the first full screen, ms"] = (full - session.start) * 1000
        session.until_quiet(0.5)
        look("start")
        if prepare:
            session.write(prepare)
            session.until_quiet(0.5)
            look("prepared")
        first, total = session.screen.place()

        times, size, _ = keys(session, b"jk", 200)
        figures["bar key to paint, ms"] = statistics.median(times)
        figures["bar key, bytes"] = size
        times, size, processor = keys(session, b"j", 300)
        figures["scroll key to paint, ms"] = statistics.median(times)
        figures["scroll key to paint, 99 %, ms"] = times[int(len(times) * 0.99)]
        figures["scroll key, bytes"] = size
        figures["scroll key, processor ms"] = processor
        look("scrolled")

        session.write(b"g")
        session.until(lambda screen: screen.place() == (1, total))
        session.until_quiet(0.3)
        before, pressed = session.bytes, time.monotonic()
        session.write(b"j" * 2000)
        if session.screen.place() == (2001, total):
            reached = session.last
        else:
            reached = session.until(lambda screen: screen.place() == (2001, total), 60)
        if reached is None:
            look("flood")
            raise RuntimeError("2,000 keys did not lead to row 2,001")
        session.until_quiet(0.3)
        figures["flood of 2,000 keys to the right screen, ms"] = (reached - pressed) * 1000
        figures["flood of 2,000 keys, bytes"] = session.bytes - before
        look("flood")

        if idle:
            session.until_quiet(2, 5)
            before, processor, sleeps = session.bytes, session.processor(), session.sleeps()
            end = time.monotonic() + 10
            while time.monotonic() < end:
                session.read(end - time.monotonic())
            figures["idle 10 s, processor ms"] = (session.processor() - processor) * 1000
            figures["idle 10 s, bytes"] = session.bytes - before
            figures["idle 10 s, wakes"] = sum(
                count - sleeps.get(thread, 0) for thread, count in session.sleeps().items())

        # From the top, so that a screen that was small for a moment need not have scrolled.
        session.write(b"g")
        session.until(lambda screen: screen.place() == (1, total))
        session.until_quiet(0.3)
        columns, rows = session.screen.columns, session.screen.rows
        lines, before = session.screen.lines(), session.bytes
        sizes = random.Random(2)
        for _ in range(99):
            session.resize(sizes.randint(60, 160), sizes.randint(20, 60))
            session.until_quiet(0.005, 0.005)
        session.resize(columns, rows)
        resized = time.monotonic()
        last = session.until_quiet(0.3)
        changed = [pair for pair in zip(lines, session.screen.lines()) if pair[0] != pair[1]]
        figures["100 sizes, ms to quiet after the last"] = max(0, (last or resized) - resized) * 1000
        figures["100 sizes, bytes"] = session.bytes - before
        figures["100 sizes, rows that changed"] = len(changed)
        look("resized")

        figures["memory at its peak, MB"] = session.peak_megabytes()
        pressed = time.monotonic()
        session.write(b"q")
        while session.ended is None and time.monotonic() < pressed + 10:
            session.read(0.2)
        if session.ended is None:
            raise RuntimeError("q did not end the program")
        session.until_quiet(0.05)
        figures["quit to end, ms"] = (session.ended["at"] - pressed) * 1000
        figures["terminal not as before (1 = yes)"] = 0 if session.restored() else 1
        return figures
    finally:
        session.close()


class Server:
    """The embedded server in a process of its own, with sample cases."""

    def __init__(self, program, cases):
        self.folder = tempfile.TemporaryDirectory()
        data = self.folder.name + "/data"
        self.process = subprocess.Popen(
            [program, "server", "start", "--listen", "127.0.0.1:0", "--data", data,
             "--sample-data", str(cases)], stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("listening on "):
            raise RuntimeError(f"the server did not start: {line}")
        user = json.loads(subprocess.run(
            [program, "server", "add-user", "--data", data, "bench@example.com"],
            check=True, capture_output=True, text=True).stdout)
        self.environment = {
            "CASEWORKBENCH_URL": line.split()[2],
            "CASEWORKBENCH_CLIENT_ID": user["clientId"],
            "CASEWORKBENCH_CLIENT_SECRET": user["clientSecret"],
            "XDG_STATE_HOME": self.folder.name + "/state",
        }

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.folder.cleanup()


def print_table(floor, product, waiting):
    print(f"{'':46}{'floor':>11}{'workbench':>11}{'ratio':>8}   at most")
    missed = 0
    for name, (kind, limit) in LIMITS.items():
        if name not in product:
            continue
        ratio = product[name] / floor[name] if floor.get(name) else None
        shown = f"{ratio:.2f}" if ratio is not None else "-"
        value = ratio if kind == "x" else product[name]
        is_met = value is not None and value <= limit
        missed += not is_met
        bound = f"{limit} x floor" if kind == "x" else f"{limit:,}"
        print(f"{name:46}{floor[name]:11,.2f}{product[name]:11,.2f}{shown:>8}   {bound}"
              f"{'' if is_met else '   MISSED'}")
    name = "flood of 2,000 keys to the right screen, ms"
    print(f"\nThe floor that draws only when no key waits takes {waiting[name]:.2f} ms for the flood; "
          f"the workbench {product[name] / waiting[name]:.1f} times as long.")
    print(f"{len(LIMITS) - missed} of {len(LIMITS)} within what they may be.")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("floor")
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--prepare", default="z", help="keys before measuring: z zooms the list")
    parser.add_argument("--show", action="store_true", help="print the screens that were measured")
    options = parser.parse_args()
    os.environ.setdefault("LC_ALL", "C.UTF-8")
    server = Server(options.program, options.cases)
    runs = {"floor": [], "waiting floor": [], "workbench": []}
    try:
        for number in range(options.rounds):
            for name in runs:
                is_product = name == "workbench"
                arguments = [options.program] if is_product else [options.floor, str(options.cases)]
                if name == "waiting floor":
                    arguments.append("wait")
                print(f"round {number + 1}: {name}", file=sys.stderr)
                runs[name].append(measure(
                    arguments, server.environment if is_product else {},
                    options.prepare.encode() if is_product else b"",
                    number == 0 and name != "waiting floor", options.show and number == 0))
    finally:
        server.close()
    medians = {
        name: {figure: statistics.median(run[figure] for run in rounds if figure in run)
               for figure in rounds[0]}
        for name, rounds in runs.items()
    }
    print(f"\n{options.cases:,} cases, {options.rounds} rounds, medians\n")
    print_table(medians["floor"], medians["workbench"], medians["waiting floor"])


if __name__ == "__main__":
    try:
        main()
    except RuntimeError as error:
        sys.exit(f"measure: {error}")
