"""Puts TLS before a server of this machine that speaks without it.

    tls_relay.py PORT CERTIFICATE KEY [--clients AUTHORITIES] [--newest 1.2]

With --clients it lets only those in who show a certificate of one of the authorities. It prints the
port of 127.0.0.1 on which it listens, and ends when it is killed.
"""

import argparse
import select
import socket
import ssl
import threading


def carry(client, port):
    with socket.create_connection(("127.0.0.1", port)) as server:
        while True:
            ready = [client] if client.pending() else select.select([client, server], [], [])[0]
            for end in ready:
                part = end.recv(65_536)
                if not part:
                    return
                (server if end is client else client).sendall(part)


def refuse(client):
    # A close with something unread would be a reset, which may overtake the alert.
    client.settimeout(5)
    socket.socket.shutdown(client, socket.SHUT_WR)
    while socket.socket.recv(client, 65_536):
        pass


def serve(plain, context, port):
    try:
        with context.wrap_socket(
            plain, server_side=True, do_handshake_on_connect=False
        ) as client:
            try:
                client.do_handshake()
            except ssl.SSLError:
                refuse(client)
            else:
                carry(client, port)
    except OSError:
        # The other side has gone, which is its right.
        pass


words = argparse.ArgumentParser()
words.add_argument("port", type=int)
words.add_argument("certificate")
words.add_argument("key")
words.add_argument("--clients")
words.add_argument("--newest", choices=["1.2", "1.3"], default="1.3")
given = words.parse_args()

context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(given.certificate, given.key)
context.maximum_version = {"1.2": ssl.TLSVersion.TLSv1_2, "1.3": ssl.TLSVersion.TLSv1_3}[
    given.newest
]
if given.clients:
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(given.clients)
listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
while True:
    plain = listener.accept()[0]
    threading.Thread(target=serve, args=(plain, context, given.port), daemon=True).start()
