"""The screen of a terminal, as libvterm understands what was written to it."""

import ctypes
import ctypes.util
import re


class _Rect(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int) for name in ("top", "bottom", "left", "right")]


def _library():
    vterm = ctypes.CDLL(ctypes.util.find_library("vterm") or "libvterm.so.0")
    vterm.vterm_new.restype = ctypes.c_void_p
    vterm.vterm_obtain_screen.restype = ctypes.c_void_p
    for name in ("vterm_input_write", "vterm_screen_get_text", "vterm_output_read"):
        getattr(vterm, name).restype = ctypes.c_size_t
    return vterm


class Screen:
    _vterm = None

    def __init__(self, columns, rows):
        if Screen._vterm is None:
            Screen._vterm = _library()
        self.columns, self.rows = columns, rows
        self.terminal = ctypes.c_void_p(self._vterm.vterm_new(rows, columns))
        self._vterm.vterm_set_utf8(self.terminal, 1)
        self.screen = ctypes.c_void_p(self._vterm.vterm_obtain_screen(self.terminal))
        self._vterm.vterm_screen_enable_altscreen(self.screen, 1)
        self._vterm.vterm_screen_reset(self.screen, 1)

    def resize(self, columns, rows):
        self.columns, self.rows = columns, rows
        self._vterm.vterm_set_size(self.terminal, rows, columns)

    def feed(self, data):
        """Takes what the program wrote; returns what a terminal would answer."""
        self._vterm.vterm_input_write(self.terminal, data, ctypes.c_size_t(len(data)))
        answer = ctypes.create_string_buffer(4096)
        count = self._vterm.vterm_output_read(self.terminal, answer, ctypes.c_size_t(4096))
        return answer.raw[:count]

    def lines(self):
        lines = []
        text = ctypes.create_string_buffer(self.columns * 24 + 1)
        for row in range(self.rows):
            count = self._vterm.vterm_screen_get_text(
                self.screen, text, ctypes.c_size_t(len(text) - 1),
                _Rect(row, row + 1, 0, self.columns))
            lines.append(text.raw[:count].decode("utf-8", "replace").rstrip())
        return lines

    def place(self):
        """Where the list stands, from "3 of 1,234" in its title, and over how many."""
        found = re.search(r"\b([\d,]+) of ([\d,]+)", "\n".join(self.lines()[:3]))
        return tuple(int(number.replace(",", "")) for number in found.groups()) if found else None

    def is_full(self):
        """Whether the list is there with a row on nearly each line of the screen."""
        numbered = sum(1 for line in self.lines() if re.match(r"\W*\d+ ", line))
        return self.place() is not None and numbered >= self.rows - 8
