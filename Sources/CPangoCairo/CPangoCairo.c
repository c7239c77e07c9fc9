#include "CPangoCairo.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static const char *const cairo_name = "libcairo.so.2";
static const char *const glib_name = "libglib-2.0.so.0";
static const char *const gobject_name = "libgobject-2.0.so.0";
static const char *const pango_name = "libpango-1.0.so.0";
static const char *const pangocairo_name = "libpangocairo-1.0.so.0";

static pthread_once_t once = PTHREAD_ONCE_INIT;
static cpc_functions functions;
static char problem_text[256];

/* Finds a function; an error before it is kept. The library stays loaded. */
static void *find(const char *library, const char *name) {
  if (problem_text[0] != 0) return NULL;
  void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  void *function = handle == NULL ? NULL : dlsym(handle, name);
  if (function == NULL) {
    const char *reason = dlerror();
    snprintf(problem_text, sizeof problem_text, "%s", reason == NULL ? library : reason);
  }
  return function;
}

static void load(void) {
#define CPC_FIND(library, result, name, parameters)       \
  {                                                       \
    void *found = find(library##_name, #name);            \
    memcpy(&functions.name, &found, sizeof found);        \
  }
  CPC_FUNCTIONS(CPC_FIND)
#undef CPC_FIND
}

const cpc_functions *cpc_load(const char **problem) {
  pthread_once(&once, load);
  if (problem_text[0] == 0) return &functions;
  *problem = problem_text;
  return NULL;
}
