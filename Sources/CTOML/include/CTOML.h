#pragma once

#include <stddef.h>

// TOML (toml.io, version 1.0) read by toml++, behind functions that C and Swift can call. Only what
// a settings file needs comes through: texts, truth values, whole numbers, tables and arrays, each with
// its place.

#ifdef __cplusplus
extern "C" {
#endif

/// What a value is; fractions, dates and what is nested too deeply are `CTOML_OTHER`.
typedef enum { CTOML_OTHER, CTOML_TEXT, CTOML_BOOLEAN, CTOML_INTEGER, CTOML_TABLE, CTOML_ARRAY } ctoml_kind;

/// One value of a document; the bytes belong to the document and may hold NUL.
typedef struct {
  /// How many tables and arrays it lies in.
  size_t depth;
  ctoml_kind kind;
  /// The key; empty in arrays.
  const char *key;
  size_t key_size;
  /// The value of a text; "true" or "false" for a truth value; the digits of a whole number.
  const char *text;
  size_t text_size;
  /// Where the key stands, or the value in arrays, from 1; columns count characters.
  size_t line;
  size_t column;
} ctoml_entry;

typedef struct ctoml_document ctoml_document;

/// Reads a document.
///
/// @return the document or its error, to be freed; never NULL.
ctoml_document *ctoml_parse(const char *bytes, size_t size);

/// Why the document cannot be read; NULL where it can.
const char *ctoml_error(const ctoml_document *document, size_t *line, size_t *column);

/// How many values there are; each table and array stands before what lies in it.
size_t ctoml_count(const ctoml_document *document);

/// The value at an index below the count.
ctoml_entry ctoml_entry_at(const ctoml_document *document, size_t index);

void ctoml_free(ctoml_document *document);

#ifdef __cplusplus
}
#endif
