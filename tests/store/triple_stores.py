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
import urllib.parse
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
        self.wait_for(self.query + "?query=ASK%7B%7D", time.monotonic() + patience)

    def wait_for(self, url, end):
        """Until the server answers there, at the latest until `end` on the monotonic clock."""
        while time.monotonic() < end and self.process.poll() is None:
            try:
                urllib.request.urlopen(url, timeout=5).read()
                return
            except OSError:  # URLError is one
                time.sleep(0.1)
        self.log.seek(0)
        raise RuntimeError("the store did not start: " + self.log.read().decode(errors="replace")[-2000:])

    def count(self, graph=None):
        """Triples in one named graph, or in all of them."""
        where = f"GRAPH <{graph}> {{ ?s ?p ?o }}" if graph else "GRAPH ?g { ?s ?p ?o }"
        request = urllib.request.Request(self.query, data=f"SELECT (COUNT(*) AS ?n) WHERE {{ {where} }}".encode(),
                                         headers={"Content-Type": "application/sparql-query", "Accept": "text/csv"})
        return int(urllib.request.urlopen(request, timeout=60).read().split()[1])

    def open(self, request):
        return urllib.request.urlopen(request, timeout=60)

    def clear(self):
        """Removes every triple of the tests."""
        self.open(urllib.request.Request(self.update, data=b"DROP ALL",
                                         headers={"Content-Type": "application/sparql-update"})).read()

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


RDF4J_CONFIG = """
@prefix rep: <http://www.openrdf.org/config/repository#> .
@prefix sr: <http://www.openrdf.org/config/repository/sail#> .
@prefix sail: <http://www.openrdf.org/config/sail#> .
[] a rep:Repository ; rep:repositoryID "ds" ;
  rep:repositoryImpl [ rep:repositoryType "openrdf:SailRepository" ;
                       sr:sailImpl [ sail:sailType "openrdf:MemoryStore" ] ] .
"""


class Rdf4j(Store):
    """A server without a repository is made one before it counts as ready."""

    def wait_until_ready(self, patience):
        end = time.monotonic() + patience
        self.wait_for(self.root + "/protocol", end)
        request = urllib.request.Request(self.root + "/repositories/ds", data=RDF4J_CONFIG.encode(), method="PUT",
                                         headers={"Content-Type": "text/turtle"})
        urllib.request.urlopen(request, timeout=60).read()
        self.wait_for(self.query + "?query=ASK%7B%7D", end)


def start_rdf4j():
    jars = pathlib.Path.home() / ".m2/repository/org/eclipse"
    war = jars / "rdf4j/rdf4j-http-server/4.1.3/rdf4j-http-server-4.1.3.war"
    runner = jars / "jetty/jetty-runner/9.4.57.v20241219/jetty-runner-9.4.57.v20241219.jar"
    if not shutil.which("java") or not war.exists() or not runner.exists():
        skip("Java, the RDF4J server or the jetty runner (tools/setup --all) is not here")
    port = free_port()
    # In the folder of its own that it is started in.
    command = ["java", "-Xmx1g", "-Dorg.eclipse.rdf4j.appdata.basedir=.", "-jar", str(runner), "--host", "127.0.0.1",
               "--port", str(port), "--path", "/rdf4j-server", str(war)]
    return Rdf4j(command, f"http://127.0.0.1:{port}/rdf4j-server",
                 ("/repositories/ds", "/repositories/ds/statements", "/repositories/ds/rdf-graphs/service"), 240)


VIRTUOSO_INI = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
ServerThreads = 8
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 8
[SPARQL]
ResultSetMaxRows = 1000000
"""


class Virtuoso(Store):
    """Changes only what comes with a password, which is asked for by Digest."""

    def open(self, request):
        manager = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        manager.add_password(None, self.root, *os.environ["STEMMA_STORE_USER"].split(":"))
        return urllib.request.build_opener(urllib.request.HTTPDigestAuthHandler(manager)).open(request, timeout=60)

    def clear(self):
        """Only what the tests put there: its own graphs are named ones, too."""
        text = """DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o }
                  FILTER(STRSTARTS(STR(?g), "https://news.example/") || STRSTARTS(STR(?g), "https://w3id.org/")) }"""
        self.open(urllib.request.Request(self.update, data=text.encode(),
                                         headers={"Content-Type": "application/sparql-update"})).read()

    def count(self, graph=None):
        # By GET, and without its own graphs, which are among the named ones.
        query = (f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}" if graph else
                 'SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), "https://news.example/")) }')
        request = urllib.request.Request(self.query + "?query=" + urllib.parse.quote(query), headers={"Accept": "text/csv"})
        return int(urllib.request.urlopen(request, timeout=60).read().split()[1])


def start_virtuoso():
    program = shutil.which("virtuoso-t")
    if not program:
        skip("Virtuoso (the Debian package virtuoso-opensource-7) is not here")
    os.environ["STEMMA_STORE_USER"] = "dba:dba"  # whom the program itself is to be, too
    http, sql = free_port(), free_port()
    folder = tempfile.mkdtemp(prefix="stemma-virtuoso-")
    ini = pathlib.Path(folder) / "virtuoso.ini"
    ini.write_text(VIRTUOSO_INI.format(http=http, sql=sql))
    command = ["sh", "-c", f"cp {ini} virtuoso.ini && rm -r {folder} && exec {program} -f -c virtuoso.ini"]
    return Virtuoso(command, f"http://127.0.0.1:{http}", ("/sparql", "/sparql-auth", "/sparql-graph-crud-auth"), 120)


STORES = {"oxigraph": start_oxigraph, "fuseki": start_fuseki, "rdf4j": start_rdf4j, "virtuoso": start_virtuoso}
