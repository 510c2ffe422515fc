"""Real triple stores for the tests: started on 127.0.0.1 with a free port, stopped by their process."""

import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

FUSEKI = pathlib.Path(os.environ.get("STEMMA_FUSEKI_JAR") or pathlib.Path.home() /
                      ".m2/repository/org/apache/jena/jena-fuseki-server/5.6.0/jena-fuseki-server-5.6.0.jar")
SKIPPED = 77

# Nothing in these tests leaves the machine.
os.environ["no_proxy"] = os.environ["NO_PROXY"] = "127.0.0.1"


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def find_oxigraph():
    """The server that the Python package `oxigraph` brings."""
    beside = pathlib.Path(sys.executable).parent / "oxigraph"
    return str(beside) if beside.exists() else shutil.which("oxigraph")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Store:
    """query, update and graph_store are URLs; a context manager that ends the server."""

    def __init__(self, command, root, paths, patience):
        self.folder = tempfile.TemporaryDirectory(prefix="stemma-store-")
        self.log = open(pathlib.Path(self.folder.name) / "log", "w+b")
        self.root = root
        self.query, self.update, self.graph_store = (root + path for path in paths)
        self.process = subprocess.Popen(command, cwd=self.folder.name, stdout=self.log, stderr=self.log,
                                        stdin=subprocess.DEVNULL)
        try:
            self.wait_until_ready(patience)
        except BaseException:
            self.stop()
            raise

    def wait_until_ready(self, patience):
        end = time.monotonic() + patience
        while time.monotonic() < end and self.process.poll() is None:
            try:
                urllib.request.urlopen(self.query + "?query=ASK%7B%7D", timeout=5).read()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        self.log.seek(0)
        raise RuntimeError("the store did not start: " + self.log.read().decode(errors="replace")[-2000:])

    def count(self, graph=None):
        """Triples in one named graph, or in all of them."""
        where = f"GRAPH <{graph}> {{ ?s ?p ?o }}" if graph else "GRAPH ?g { ?s ?p ?o }"
        request = urllib.request.Request(self.query, data=f"SELECT (COUNT(*) AS ?n) WHERE {{ {where} }}".encode(),
                                         headers={"Content-Type": "application/sparql-query", "Accept": "text/csv"})
        return int(urllib.request.urlopen(request, timeout=60).read().split()[1])

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()
        self.folder.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def start_oxigraph():
    program = find_oxigraph()
    if not program:
        skip("the Python package oxigraph (tests/requirements.txt) is not installed")
    address = f"127.0.0.1:{free_port()}"
    return Store([program, "serve", "--bind", address], f"http://{address}", ("/query", "/update", "/store"), 60)


def start_fuseki():
    if not shutil.which("java") or not FUSEKI.exists():
        skip("Java or the Fuseki jar (tools/setup --all) is not here")
    port = free_port()
    command = ["java", "-Xmx1g", "-jar", str(FUSEKI), "--localhost", "--port", str(port), "--mem", "--update", "/ds"]
    return Store(command, f"http://127.0.0.1:{port}", ("/ds/query", "/ds/update", "/ds/data"), 180)


STORES = {"oxigraph": start_oxigraph, "fuseki": start_fuseki}
