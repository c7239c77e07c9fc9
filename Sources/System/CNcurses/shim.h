#pragma once
#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#include <wchar.h>
#include <curses.h>
#include <term.h>

/* What Swift cannot reach by itself: macros, and globals that curses changes. */

static inline WINDOW *nc_window(void) { return stdscr; }
static inline int nc_colours(void) { return COLORS; }
static inline int nc_pairs(void) { return COLOR_PAIRS; }

/* The next refresh clears the screen and draws all of it. */
static inline void nc_redraw(void) { clearok(curscr, TRUE); }

static inline attr_t nc_bold(void) { return A_BOLD; }
static inline attr_t nc_dim(void) { return A_DIM; }
static inline attr_t nc_underline(void) { return A_UNDERLINE; }
static inline attr_t nc_reverse(void) { return A_REVERSE; }
static inline attr_t nc_italic(void) { return A_ITALIC; }

static inline const char *nc_cursor_address(void) { return cursor_address; }
static inline const char *nc_enter_dim(void) { return enter_dim_mode; }
static inline const char *nc_exit_attributes(void) { return exit_attribute_mode; }
static inline const char *nc_cursor_normal(void) { return cursor_normal; }
static inline const char *nc_keypad_local(void) { return keypad_local; }
static inline const char *nc_exit_screen(void) { return exit_ca_mode; }
static inline const char *nc_enter_screen(void) { return enter_ca_mode; }
static inline const char *nc_keypad_xmit(void) { return keypad_xmit; }
static inline const char *nc_exit_insert(void) { return exit_insert_mode; }
static inline const char *nc_enter_wrap(void) { return enter_am_mode; }
static inline const char *nc_cursor_invisible(void) { return cursor_invisible; }

/* The environment, for programs that the terminal is lent to. */
extern char **environ;
static inline char **nc_environment(void) { return environ; }

/* Fills a cell without the checks of setcchar, which would cost more than the drawing. */
static inline void nc_cell(cchar_t *cell, unsigned base, attr_t attributes, int pair) {
  cell->attr = attributes | COLOR_PAIR(pair > 255 ? 255 : pair);
  cell->chars[0] = (wchar_t)base;
  for (int index = 1; index < CCHARW_MAX; index++) cell->chars[index] = 0;
  cell->ext_color = pair;
}

static inline void nc_mark(cchar_t *cell, int index, unsigned mark) {
  if (index >= 0 && index + 1 < CCHARW_MAX) cell->chars[index + 1] = (wchar_t)mark;
}
