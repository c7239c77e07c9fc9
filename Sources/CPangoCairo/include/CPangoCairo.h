#pragma once
#include <stddef.h>

/*
 * The part of cairo and pango that draws a PDF, loaded at the first use: a program that draws none
 * starts without some twenty libraries behind these two.
 *
 * The declarations are this project's own, so nothing but the libraries themselves is needed. They
 * follow cairo 1.16 and pango 1.50, whose binary interface is stable.
 */

#pragma clang assume_nonnull begin

typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;
typedef struct _PangoLayout PangoLayout;
typedef struct _PangoLayoutIter PangoLayoutIter;
typedef struct _PangoLayoutLine PangoLayoutLine;
typedef struct _PangoFontDescription PangoFontDescription;
typedef struct _PangoFontMap PangoFontMap;

/* A rectangle in units of 1/1024 of a point. */
typedef struct {
  int x, y, width, height;
} PangoRectangle;

/* Takes written bytes; returns 0, or 11 when they cannot be taken. */
typedef int (*cpc_write)(void *_Nullable closure, const unsigned char *bytes, unsigned int count);

/* Every function: the library it is in, its result, its name, its parameters. */
#define CPC_FUNCTIONS(F)                                                                          \
  F(cairo, cairo_surface_t *_Nonnull, cairo_pdf_surface_create_for_stream,                        \
    (cpc_write write, void *_Nullable closure, double width, double height))                      \
  F(cairo, void, cairo_pdf_surface_set_metadata,                                                  \
    (cairo_surface_t * surface, int key, const char *text))                                       \
  F(cairo, void, cairo_surface_finish, (cairo_surface_t * surface))                               \
  F(cairo, int, cairo_surface_status, (cairo_surface_t * surface))                                \
  F(cairo, void, cairo_surface_destroy, (cairo_surface_t * surface))                              \
  F(cairo, const char *_Nonnull, cairo_status_to_string, (int status))                            \
  F(cairo, cairo_t *_Nonnull, cairo_create, (cairo_surface_t * surface))                          \
  F(cairo, int, cairo_status, (cairo_t * context))                                                \
  F(cairo, void, cairo_destroy, (cairo_t * context))                                              \
  F(cairo, void, cairo_move_to, (cairo_t * context, double x, double y))                          \
  F(cairo, void, cairo_line_to, (cairo_t * context, double x, double y))                          \
  F(cairo, void, cairo_set_line_width, (cairo_t * context, double width))                         \
  F(cairo, void, cairo_set_source_rgb,                                                            \
    (cairo_t * context, double red, double green, double blue))                                   \
  F(cairo, void, cairo_stroke, (cairo_t * context))                                               \
  F(cairo, void, cairo_show_page, (cairo_t * context))                                            \
  F(pangocairo, PangoFontMap *_Nonnull, pango_cairo_font_map_get_default, (void))                 \
  F(pangocairo, PangoLayout *_Nonnull, pango_cairo_create_layout, (cairo_t * context))            \
  F(pangocairo, void, pango_cairo_show_layout_line,                                               \
    (cairo_t * context, PangoLayoutLine * line))                                                  \
  F(pango, void, pango_font_map_list_families,                                                    \
    (PangoFontMap * map, void *_Nullable *_Nonnull families, int *count))                         \
  F(pango, PangoFontDescription *_Nonnull, pango_font_description_from_string, (const char *text))\
  F(pango, void, pango_font_description_free, (PangoFontDescription * description))               \
  F(pango, void, pango_layout_set_font_description,                                               \
    (PangoLayout * layout, const PangoFontDescription *description))                              \
  F(pango, void, pango_layout_set_text, (PangoLayout * layout, const char *text, int length))     \
  F(pango, void, pango_layout_set_width, (PangoLayout * layout, int width))                       \
  F(pango, void, pango_layout_set_wrap, (PangoLayout * layout, int mode))                         \
  F(pango, int, pango_layout_get_unknown_glyphs_count, (PangoLayout * layout))                    \
  F(pango, PangoLayoutIter *_Nonnull, pango_layout_get_iter, (PangoLayout * layout))              \
  F(pango, PangoLayoutLine *_Nonnull, pango_layout_iter_get_line_readonly,                        \
    (PangoLayoutIter * iter))                                                                     \
  F(pango, void, pango_layout_iter_get_line_extents,                                              \
    (PangoLayoutIter * iter, PangoRectangle *_Nullable ink, PangoRectangle * logical))            \
  F(pango, int, pango_layout_iter_get_baseline, (PangoLayoutIter * iter))                         \
  F(pango, int, pango_layout_iter_next_line, (PangoLayoutIter * iter))                            \
  F(pango, void, pango_layout_iter_free, (PangoLayoutIter * iter))                                \
  F(gobject, void, g_object_unref, (void *object))                                                \
  F(glib, void, g_free, (void *_Nullable memory))

#define CPC_FIELD(library, result, name, parameters) result(*_Nonnull name) parameters;
typedef struct {
  CPC_FUNCTIONS(CPC_FIELD)
} cpc_functions;
#undef CPC_FIELD

/*
 * Loads the libraries once in the process; may be called from any thread.
 *
 * The result is null where one is missing; then `problem` is what the loader says about it, text
 * that stays valid.
 */
const cpc_functions *_Nullable cpc_load(const char *_Nullable *_Nonnull problem);

#pragma clang assume_nonnull end
