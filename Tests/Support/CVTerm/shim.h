#pragma once
#include <vterm.h>

/* Bit-fields and unions of libvterm, flattened for Swift. */

typedef struct {
  int bold, underline, italic, reverse;
  int foreground, background; /* 0 to 255, or -1 for the default, -2 for true colour */
} vt_style;

static inline int vt_colour(const VTermColor *colour, int is_default) {
  if (is_default) return -1;
  return VTERM_COLOR_IS_INDEXED(colour) ? colour->indexed.idx : -2;
}

static inline vt_style vt_cell_style(const VTermScreenCell *cell) {
  vt_style style = {
    cell->attrs.bold, cell->attrs.underline, cell->attrs.italic, cell->attrs.reverse,
    vt_colour(&cell->fg, VTERM_COLOR_IS_DEFAULT_FG(&cell->fg)),
    vt_colour(&cell->bg, VTERM_COLOR_IS_DEFAULT_BG(&cell->bg)),
  };
  return style;
}

static inline int vt_bool(const VTermValue *value) { return value->boolean; }
static inline const char *vt_string(const VTermValue *value) { return value->string; }

/* The screen keeps a pointer to the callbacks, so they must live as long as it does. */
static inline void vt_set_callback(
  VTermScreen *screen, VTermScreenCallbacks *callbacks,
  int (*set)(VTermProp, VTermValue *, void *), void *user
) {
  VTermScreenCallbacks fresh = {0};
  fresh.settermprop = set;
  *callbacks = fresh;
  vterm_screen_set_callbacks(screen, callbacks, user);
}
