#pragma once
#include <stdint.h>
#include <microhttpd.h>

/* What the embedded server wants of its daemon; MHD_start_daemon itself takes a variable list. */
typedef struct {
  unsigned int threads;
  unsigned int connections;
  unsigned int connections_per_address;
  unsigned int idle_seconds;
  size_t memory_per_connection;
} cws_daemon_limits;

/* Leaves paths and queries as they were sent: identifiers may hold encoded slashes. */
static inline size_t cws_keep_escapes(void *unused, struct MHD_Connection *connection, char *text) {
  (void)unused;
  (void)connection;
  size_t length = 0;
  while (text[length] != 0) length++;
  return length;
}

static inline struct MHD_Daemon *cws_start_daemon(
    const struct sockaddr *address, cws_daemon_limits limits, void *context,
    void *(*began)(void *, const char *, struct MHD_Connection *), MHD_AccessHandlerCallback handler,
    MHD_RequestCompletedCallback completed) {
  return MHD_start_daemon(
      MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_EPOLL | MHD_USE_ITC |
          (address->sa_family == AF_INET6 ? MHD_USE_IPv6 : 0),
      0, NULL, NULL, handler, context,
      MHD_OPTION_SOCK_ADDR, address,
      MHD_OPTION_THREAD_POOL_SIZE, limits.threads,
      MHD_OPTION_CONNECTION_LIMIT, limits.connections,
      MHD_OPTION_PER_IP_CONNECTION_LIMIT, limits.connections_per_address,
      MHD_OPTION_CONNECTION_TIMEOUT, limits.idle_seconds,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, limits.memory_per_connection,
      MHD_OPTION_STRICT_FOR_CLIENT, 1,
      MHD_OPTION_UNESCAPE_CALLBACK, cws_keep_escapes, NULL,
      MHD_OPTION_URI_LOG_CALLBACK, began, context,
      MHD_OPTION_NOTIFY_COMPLETED, completed, context,
      MHD_OPTION_END);
}

/* The port on which the daemon listens, or 0. */
static inline uint16_t cws_daemon_port(struct MHD_Daemon *daemon) {
  const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info == NULL ? 0 : info->port;
}
