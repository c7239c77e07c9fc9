#pragma once

#include <curl/curl.h>
#include <stdbool.h>
#include <stddef.h>

// libcurl, loaded when it is first wanted: some thirty libraries hang on it, and neither a help text
// nor a first screen should wait for them. Its variadic functions are wrapped by argument type,
// since Swift cannot call them. Strings and pointers are passed on as they are; the manual pages of
// the functions named alike say how long they must live.

/// A loaded libcurl; never unloaded, since its own libraries leave handlers behind for the exit.
typedef struct ccurl ccurl;

/// Loads a libcurl and starts it.
///
/// @param name the file name, found as the dynamic linker finds libraries.
/// @param error where to put a text that says why there is none; holds no secret.
/// @param size the bytes at `error`, from 1.
/// @return the library, or NULL.
const ccurl *ccurl_open(const char *name, char *error, size_t size);

/// Frees the table of functions; the library itself stays loaded.
void ccurl_close(const ccurl *curl);

CURL *ccurl_easy_init(const ccurl *curl);
void ccurl_easy_cleanup(const ccurl *curl, CURL *easy);
const char *ccurl_easy_strerror(const ccurl *curl, CURLcode code);

CURLcode ccurl_set_long(const ccurl *curl, CURL *easy, CURLoption option, long value);
CURLcode ccurl_set_text(const ccurl *curl, CURL *easy, CURLoption option, const char *value);
CURLcode ccurl_set_pointer(const ccurl *curl, CURL *easy, CURLoption option, void *value);
CURLcode ccurl_set_headers(const ccurl *curl, CURL *easy, struct curl_slist *headers);

/// Copies a request body of any bytes (CURLOPT_COPYPOSTFIELDS).
CURLcode ccurl_set_body(const ccurl *curl, CURL *easy, const void *bytes, size_t size);

/// Receives a part of an answer; returns `size`, or another number to end the transfer.
typedef size_t (*ccurl_receiver)(const char *bytes, size_t size, void *context);

/// Sets who receives the header lines and the body, both with the same context.
///
/// @param receivers must live as long as the transfer.
typedef struct ccurl_receivers {
  ccurl_receiver header;
  ccurl_receiver body;
  void *context;
} ccurl_receivers;
CURLcode ccurl_set_receivers(const ccurl *curl, CURL *easy, ccurl_receivers *receivers);

/// Keeps the transfer's sockets out of programs that are started meanwhile, such as an editor.
CURLcode ccurl_set_close_on_exec(const ccurl *curl, CURL *easy);

/// A number about a transfer; 0 where there is none.
long ccurl_get_long(const ccurl *curl, CURL *easy, CURLINFO info);

/// A large number or a time in microseconds about a transfer; 0 where there is none.
curl_off_t ccurl_get_offset(const ccurl *curl, CURL *easy, CURLINFO info);

struct curl_slist *ccurl_slist_append(
    const ccurl *curl, struct curl_slist *list, const char *text);
void ccurl_slist_free_all(const ccurl *curl, struct curl_slist *list);

CURLM *ccurl_multi_init(const ccurl *curl);
CURLMcode ccurl_multi_cleanup(const ccurl *curl, CURLM *multi);
CURLMcode ccurl_multi_set_long(const ccurl *curl, CURLM *multi, CURLMoption option, long value);
CURLMcode ccurl_multi_add(const ccurl *curl, CURLM *multi, CURL *easy);
CURLMcode ccurl_multi_remove(const ccurl *curl, CURLM *multi, CURL *easy);
CURLMcode ccurl_multi_perform(const ccurl *curl, CURLM *multi);
CURLMcode ccurl_multi_poll(const ccurl *curl, CURLM *multi, int milliseconds);

/// Wakes a poll in another thread; may be called from any thread.
CURLMcode ccurl_multi_wakeup(const ccurl *curl, CURLM *multi);

/// Takes the next transfer that has ended.
///
/// @param easy where to put its handle.
/// @param code where to put how it ended.
/// @return false when there is none.
bool ccurl_multi_next_ended(const ccurl *curl, CURLM *multi, CURL **easy, CURLcode *code);
