"""A program in a pseudo-terminal, with the time at which each part of its output came."""

import fcntl
import json
import os
import select
import signal
import struct
import termios
import time

from screen import Screen


def _attributes(descriptor):
    values = termios.tcgetattr(descriptor)
    values[6] = [c if isinstance(c, int) else c[0] for c in values[6]]
    return values


class Session:
    def __init__(self, arguments, columns=120, rows=40, environment=None):
        self.screen = Screen(columns, rows)
        self.master, slave = os.openpty()
        self._set_size(columns, rows)
        self.termios = _attributes(slave)
        self.bytes = 0
        self.tail = b""
        self.last = None
        self.report, writer = os.pipe()
        self.keeper = os.fork()
        if self.keeper == 0:
            self._keep(arguments, environment or {}, slave, writer)
        os.close(slave)
        os.close(writer)
        started = self._line()
        self.pid, self.start = started["pid"], started["at"]
        self.ended = None

    def _keep(self, arguments, environment, slave, writer):
        """Leads the session, so that the terminal outlives the program and can be looked at."""
        os.setsid()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        program = os.fork()
        if program == 0:
            for descriptor in (0, 1, 2):
                os.dup2(slave, descriptor)
            signal.signal(signal.SIGPIPE, signal.SIG_DFL)
            os.write(writer, json.dumps({"pid": os.getpid(), "at": time.monotonic()}).encode() + b"\n")
            try:
                os.execvpe(arguments[0], arguments, {**os.environ, "TERM": "xterm-256color", **environment})
            except OSError as error:
                os.write(2, str(error).encode())
            os._exit(127)
        _, status = os.waitpid(program, 0)
        now = time.monotonic()
        end = {"at": now, "status": os.waitstatus_to_exitcode(status), "termios": _attributes(slave)}
        os.write(writer, json.dumps(end).encode() + b"\n")
        time.sleep(0.1)  # what the program wrote last must be read before the terminal goes
        os._exit(0)

    def _line(self):
        data = b""
        while not data.endswith(b"\n"):
            part = os.read(self.report, 1)
            if not part:
                raise RuntimeError("the program could not be started")
            data += part
        return json.loads(data)

    def _set_size(self, columns, rows):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def resize(self, columns, rows):
        self.screen.resize(columns, rows)
        self._set_size(columns, rows)

    def write(self, data):
        while data:
            _, ready, _ = select.select([], [self.master], [], 10)
            if not ready:
                raise RuntimeError("the program reads no keys")
            data = data[os.write(self.master, data[:1024]):]
            self.read(0)

    def read(self, seconds):
        """Takes what comes within some time; returns whether anything did."""
        ready, _, _ = select.select([self.master, self.report], [], [], max(0, seconds))
        if self.master in ready:
            try:
                data = os.read(self.master, 65536)
            except OSError:
                data = b""
            if data:
                self.last = time.monotonic()
                self.bytes += len(data)
                self.tail = (self.tail + data)[-4096:]
                answer = self.screen.feed(data)
                if answer:
                    os.write(self.master, answer)
                return True
        if self.report in ready and self.ended is None:
            self.ended = self._line()
        return False

    def until_quiet(self, quiet, limit=10.0):
        """Reads until nothing came for a while; returns when the last part came, or None."""
        begin = time.monotonic()
        seen = None
        while time.monotonic() < begin + limit:
            if self.read(quiet):
                seen = self.last
            elif self.ended or time.monotonic() - (seen or begin) >= quiet:
                break
        return seen

    def until(self, condition, limit=30.0):
        """Reads until the screen is as wanted; returns when it was, or None."""
        end = time.monotonic() + limit
        while time.monotonic() < end and self.ended is None:
            if self.read(0.2) and not select.select([self.master], [], [], 0)[0] and condition(self.screen):
                return self.last
        return None

    def processor(self):
        """Seconds of processor time of all threads, also of those that have ended."""
        return time.clock_gettime((~self.pid << 3) | 2)  # as clock_getcpuclockid(3) makes it

    def sleeps(self):
        """How often each of its threads has gone to sleep until now."""
        counts = {}
        for thread in os.listdir(f"/proc/{self.pid}/task"):
            with open(f"/proc/{self.pid}/task/{thread}/status") as file:
                counts[thread] = next(int(line.split()[1]) for line in file if line.startswith("voluntary"))
        return counts

    def peak_megabytes(self):
        with open(f"/proc/{self.pid}/status") as file:
            return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmHWM"))

    def restored(self):
        """Whether the terminal is as it was before the program."""
        left = self.tail.rfind(b"\x1b[?1049l") > self.tail.rfind(b"\x1b[?1049h")
        shown = self.tail.rfind(b"\x1b[?25l") <= max(
            self.tail.rfind(b"\x1b[?25h"), self.tail.rfind(b"\x1b[?12l\x1b[?25h"))
        return left and shown and self.ended["termios"] == self.termios

    def close(self):
        if self.ended is None:
            os.kill(self.pid, signal.SIGKILL)
            while self.ended is None:
                self.read(0.1)
        os.close(self.master)
        os.close(self.report)
        os.waitpid(self.keeper, 0)
