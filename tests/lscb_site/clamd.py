"""A daemon that speaks as ClamAV's does, in a thread of this process."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HEAD = "X5O!P%@AP[4\\PZX54(P^)7CC)7}"
EICAR = (HEAD + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!" + "$H+H*").encode()  # put together here: no scanner finds us


class Clamd:
    """It finds EICAR's test string; `says` replaces its answer, `most` is its StreamMaxLength."""

    def __init__(self, server: socket.socket, says: bytes | None, most: int) -> None:
        self.server, self.says, self.most = server, says, most
        self.seen: list[bytes] = []

    def run(self) -> None:
        """Answer until the server is closed."""
        while True:
            try:
                caller, _ = self.server.accept()
            except OSError:
                return
            with caller:
                caller.sendall(self.answer(caller))

    def answer(self, caller: socket.socket) -> bytes:
        """To one command."""
        if take(caller, 10) != b"zINSTREAM\0":
            return b"UNKNOWN COMMAND\0"
        content = b""
        while size := struct.unpack("!I", take(caller, 4))[0]:
            content += take(caller, size)
            if len(content) > self.most:
                return b"INSTREAM size limit exceeded. ERROR\0"
        self.seen.append(content)
        if self.says is not None:
            return self.says
        return b"stream: Eicar-Test-Signature FOUND\0" if EICAR in content else b"stream: OK\0"


def take(caller: socket.socket, count: int) -> bytes:
    """So many bytes."""
    taken = b""
    while len(taken) < count and (part := caller.recv(count - len(taken))):
        taken += part
    return taken


@contextmanager
def clamd(
    settings: Any, *, socket_file: Path | None = None, says: bytes | None = None, most: int = 10_000_000
) -> Iterator[Clamd]:
    """The daemon at an address that the settings name."""
    if socket_file:
        server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        server.bind(str(socket_file))
        settings.CLAMD_URL = f"unix://{socket_file}"
    else:
        server = socket.create_server(("127.0.0.1", 0))
        settings.CLAMD_URL = f"tcp://127.0.0.1:{server.getsockname()[1]}"
    server.listen()
    daemon = Clamd(server, says, most)
    thread = threading.Thread(target=daemon.run, daemon=True)
    thread.start()
    yield daemon
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join(5)
