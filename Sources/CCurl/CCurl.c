#include "CCurl.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

struct ccurl {
  CURLcode (*global_init)(long);
  CURL *(*easy_init)(void);
  void (*easy_cleanup)(CURL *);
  CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
  CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
  const char *(*easy_strerror)(CURLcode);
  CURLMcode (*multi_add_handle)(CURLM *, CURL *);
  CURLMcode (*multi_cleanup)(CURLM *);
  CURLMsg *(*multi_info_read)(CURLM *, int *);
  CURLM *(*multi_init)(void);
  CURLMcode (*multi_perform)(CURLM *, int *);
  CURLMcode (*multi_poll)(CURLM *, struct curl_waitfd[], unsigned, int, int *);
  CURLMcode (*multi_remove_handle)(CURLM *, CURL *);
  CURLMcode (*multi_setopt)(CURLM *, CURLMoption, ...);
  CURLMcode (*multi_wakeup)(CURLM *);
  struct curl_slist *(*slist_append)(struct curl_slist *, const char *);
  void (*slist_free_all)(struct curl_slist *);
};

// POSIX lets the pointer of dlsym be stored as a function; ISO C has no cast for it.
#define FIND(FIELD)                                                             \
  *(void **)&curl->FIELD = dlsym(library, "curl_" #FIELD);                      \
  if (!curl->FIELD) {                                                           \
    snprintf(error, size, "libcurl is older than 7.68: no curl_%s", #FIELD);    \
    free(curl);                                                                 \
    return NULL;                                                                \
  }

const ccurl *ccurl_open(const char *name, char *error, size_t size) {
  void *library = dlopen(name, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
  if (!library) {
    const char *reason = dlerror();
    snprintf(error, size, "%s", reason ? reason : name);
    return NULL;
  }
  ccurl *curl = calloc(1, sizeof *curl);
  if (!curl) {
    snprintf(error, size, "no memory");
    return NULL;
  }
  FIND(global_init)
  FIND(easy_init)
  FIND(easy_cleanup)
  FIND(easy_getinfo)
  FIND(easy_setopt)
  FIND(easy_strerror)
  FIND(multi_add_handle)
  FIND(multi_cleanup)
  FIND(multi_info_read)
  FIND(multi_init)
  FIND(multi_perform)
  FIND(multi_poll)
  FIND(multi_remove_handle)
  FIND(multi_setopt)
  FIND(multi_wakeup)
  FIND(slist_append)
  FIND(slist_free_all)
  CURLcode code = curl->global_init(CURL_GLOBAL_DEFAULT);
  if (code != CURLE_OK) {
    snprintf(error, size, "libcurl does not start: %s", curl->easy_strerror(code));
    free(curl);
    return NULL;
  }
  return curl;
}

void ccurl_close(const ccurl *curl) { free((void *)curl); }

CURL *ccurl_easy_init(const ccurl *curl) { return curl->easy_init(); }

void ccurl_easy_cleanup(const ccurl *curl, CURL *easy) { curl->easy_cleanup(easy); }

const char *ccurl_easy_strerror(const ccurl *curl, CURLcode code) {
  return curl->easy_strerror(code);
}

CURLcode ccurl_set_long(const ccurl *curl, CURL *easy, CURLoption option, long value) {
  return curl->easy_setopt(easy, option, value);
}

CURLcode ccurl_set_text(const ccurl *curl, CURL *easy, CURLoption option, const char *value) {
  return curl->easy_setopt(easy, option, value);
}

CURLcode ccurl_set_pointer(const ccurl *curl, CURL *easy, CURLoption option, void *value) {
  return curl->easy_setopt(easy, option, value);
}

CURLcode ccurl_set_headers(const ccurl *curl, CURL *easy, struct curl_slist *headers) {
  return curl->easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
}

CURLcode ccurl_set_body(const ccurl *curl, CURL *easy, const void *bytes, size_t size) {
  CURLcode code = curl->easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)size);
  if (code != CURLE_OK) return code;
  return curl->easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, size ? bytes : "");
}

static size_t receive_header(char *bytes, size_t size, size_t count, void *context) {
  const ccurl_receivers *receivers = context;
  return receivers->header(bytes, size * count, receivers->context);
}

static size_t receive_body(char *bytes, size_t size, size_t count, void *context) {
  const ccurl_receivers *receivers = context;
  return receivers->body(bytes, size * count, receivers->context);
}

CURLcode ccurl_set_receivers(const ccurl *curl, CURL *easy, ccurl_receivers *receivers) {
  curl_write_callback header = receive_header;
  curl_write_callback body = receive_body;
  CURLcode code = curl->easy_setopt(easy, CURLOPT_HEADERFUNCTION, header);
  if (code == CURLE_OK) code = curl->easy_setopt(easy, CURLOPT_HEADERDATA, (void *)receivers);
  if (code == CURLE_OK) code = curl->easy_setopt(easy, CURLOPT_WRITEFUNCTION, body);
  if (code == CURLE_OK) code = curl->easy_setopt(easy, CURLOPT_WRITEDATA, (void *)receivers);
  return code;
}

static int close_on_exec(void *context, curl_socket_t socket, curlsocktype purpose) {
  (void)context;
  (void)purpose;
  return fcntl(socket, F_SETFD, FD_CLOEXEC) == 0 ? CURL_SOCKOPT_OK : CURL_SOCKOPT_ERROR;
}

CURLcode ccurl_set_close_on_exec(const ccurl *curl, CURL *easy) {
  curl_sockopt_callback callback = close_on_exec;
  return curl->easy_setopt(easy, CURLOPT_SOCKOPTFUNCTION, callback);
}

long ccurl_get_long(const ccurl *curl, CURL *easy, CURLINFO info) {
  long value = 0;
  return curl->easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

curl_off_t ccurl_get_offset(const ccurl *curl, CURL *easy, CURLINFO info) {
  curl_off_t value = 0;
  return curl->easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

struct curl_slist *ccurl_slist_append(
    const ccurl *curl, struct curl_slist *list, const char *text) {
  return curl->slist_append(list, text);
}

void ccurl_slist_free_all(const ccurl *curl, struct curl_slist *list) {
  curl->slist_free_all(list);
}

CURLM *ccurl_multi_init(const ccurl *curl) { return curl->multi_init(); }

CURLMcode ccurl_multi_cleanup(const ccurl *curl, CURLM *multi) {
  return curl->multi_cleanup(multi);
}

CURLMcode ccurl_multi_set_long(const ccurl *curl, CURLM *multi, CURLMoption option, long value) {
  return curl->multi_setopt(multi, option, value);
}

CURLMcode ccurl_multi_add(const ccurl *curl, CURLM *multi, CURL *easy) {
  return curl->multi_add_handle(multi, easy);
}

CURLMcode ccurl_multi_remove(const ccurl *curl, CURLM *multi, CURL *easy) {
  return curl->multi_remove_handle(multi, easy);
}

CURLMcode ccurl_multi_perform(const ccurl *curl, CURLM *multi) {
  int running = 0;
  return curl->multi_perform(multi, &running);
}

CURLMcode ccurl_multi_poll(const ccurl *curl, CURLM *multi, int milliseconds) {
  return curl->multi_poll(multi, NULL, 0, milliseconds, NULL);
}

CURLMcode ccurl_multi_wakeup(const ccurl *curl, CURLM *multi) { return curl->multi_wakeup(multi); }

bool ccurl_multi_next_ended(const ccurl *curl, CURLM *multi, CURL **easy, CURLcode *code) {
  int left = 0;
  CURLMsg *message;
  while ((message = curl->multi_info_read(multi, &left))) {
    if (message->msg != CURLMSG_DONE) continue;
    *easy = message->easy_handle;
    *code = message->data.result;
    return true;
  }
  return false;
}
