#!/usr/bin/env python3
"""Input that is broken, output that cannot be written, runs that are killed: a clear message, the other documents
done, OUT the old one or the new one."""

import ctypes
import json
import os
import pathlib
import signal
import subprocess
import tempfile
import time

from program import PROGRAM, build, files_of, stemma

REPORT = "date 2023-11-0{} Report {}\n\nNorth Korea has sent shells to Russia, South Korea said {} times.\n"
NONE = ("--model", "none")


def write_news(folder, count):
    folder.mkdir(parents=True, exist_ok=True)
    for i in range(count):
        (folder / f"{i:04}.txt").write_text(REPORT.format(i % 9 + 1, i, i))


def paths_in(out):
    return {json.loads(line)["document"]["path"] for line in (out / "records.ndjson").read_text().splitlines()}


def broken_documents(folder):
    news = folder / "news"
    write_news(news, 3)
    (news / "empty.txt").write_bytes(b"")
    (news / "blank.txt").write_bytes(b" \n\t\n\xc2\xa0")
    (news / "binary.txt").write_bytes(b"\x7fELF\0\0\0\1\2\3")
    (news / "latin.txt").write_bytes("Le caf\xe9 de Moscou, said Russia on Monday.\n".encode("latin-1"))
    (news / "broken.txt").write_bytes(b"Russia \xff\xfe\xed\xa0\x80 said \xc3")
    (news / "controls.txt").write_bytes(b"Rus\x01sia and North\x0bKorea \x1b[31m met \xef\xbf\xbe.\n")
    (news / "dangling.txt").symlink_to(folder / "nowhere")
    (news / "unreadable.txt").symlink_to("/proc/self/mem")
    (news / "loop").symlink_to(news)
    os.mkfifo(news / "pipe.txt")
    message = build(news, "-o", folder / "out", *NONE, code=1)
    assert {"0000.txt", "0001.txt", "0002.txt", "empty.txt", "blank.txt", "latin.txt", "broken.txt", "controls.txt"} <= paths_in(folder / "out")
    for name in ("binary.txt", "dangling.txt", "unreadable.txt", "pipe.txt"):
        assert name in message and name in (folder / "out/report.md").read_text(), (name, message)


def bad_lines(folder):
    lines = folder / "n.ndjson"
    good = json.dumps({"id": "a", "text": "North Korea sent shells to Russia."})
    lines.write_bytes(good.encode() + b"\n{\n[]\n{\"text\":7}\n{\"text\":\"\xff\"}\n" + b"[" * 100000 + b"\n" + good.replace('"a"', "5").encode())
    message = build(lines, "--format", "ndjson", "-o", folder / "lines-out", *NONE, code=1)
    assert paths_in(folder / "lines-out") == {"n.ndjson#a", "n.ndjson#5"}
    for line in range(2, 7):
        assert f"n.ndjson:{line}:" in message, (line, message)


def far_times(folder):
    """A day beyond the years 0001 to 9999 is no day of an event; the document stays."""
    lines = folder / "far.ndjson"
    rows = [("0001-01-01", "North Korea launched three missiles two days ago, South Korea said."),
            ("9999-12-31", "North Korea will launch three missiles tomorrow, South Korea said."),
            ("2023-11-01", "North Korea will launch three missiles in 999 decades, South Korea said.")]
    lines.write_text("".join(json.dumps({"id": date, "date": date, "publisher": "P", "title": "T", "text": text}) + "\n" for date, text in rows))
    build(lines, "--format", "ndjson", "-o", folder / "far-out")
    for line in (folder / "far-out/records.ndjson").read_text().splitlines():
        for event in json.loads(line)["events"]:
            assert event["time"] is None, event
    assert len(paths_in(folder / "far-out")) == 3


def repeated_keys(folder):
    lines = folder / "keys.ndjson"
    lines.write_text('{"id":"a","text":"Russia.","x":1,"x":2,"text":"Japan."}\n')
    message = build(lines, "--format", "ndjson", "-o", folder / "keys-out", *NONE)
    assert 'keys.ndjson:1: warning: "text" stands there more than once; the last one counts [input.repeated-key]' in message, message
    assert message.count("input.repeated-key") == 1, message


def told_once(folder):
    """One fault, one message, with the place, and nothing of the libraries' own words."""
    lines = folder / "told.ndjson"
    rows = ['{"id":"a","text":"Russia."}', '{"id":12345678901234567890123,"text":"Japan."}', '{"text":5}', "{nonsense",
            '{"id":"a","text":"China."}', '{"id":1e999,"text":"x"}']
    lines.write_text("\n".join(rows) + "\n")
    message = build(lines, "--format", "ndjson", "-o", folder / "told-out", *NONE, code=1)
    assert "told.ndjson#12345678901234567890123" in paths_in(folder / "told-out")
    for words in ('told.ndjson:3: error: "text" is no string [input.bad-line]', "told.ndjson:4:3: error: this line is no JSON",
                  'told.ndjson:5: warning: the id "a" is that of line 1, too [input.repeated-id]',
                  "told.ndjson:6:11: error: a number on this line is too large", "hint: a line looks like"):
        assert words in message, (words, message)
    assert message.count("hint:") == 1 and "exception" not in message, message
    assert '3 could not be read' in message
    report = (folder / "told-out/report.md").read_text()
    assert "input.repeated-id" in report and "this line is no JSON" in report
    single = build("/dev/null", "-o", folder / "no-out", *NONE, code=1)
    assert single.count("/dev/null") == 1 and "no documents were found" not in single, single
    one = folder / "one.txt"
    one.write_text("date 2023-11-01 Title\n\nRussia.\n")
    assert "1 document, 1 mention of 1 entity of the lexicon and 0 other names\n" in build(one, "-o", folder / "one-out", *NONE)
    assert "'https://x.example/\\n' cannot be a base" in build(one, "-o", folder / "b", "--base", "https://x.example/\n", *NONE, code=2)
    for option in ("--pack", "--model", "--base", "-o"):
        assert "empty" in build(one, "-o", folder / "b", option, "", code=2)


def files_of_others(folder):
    """What a user keeps in OUT stays there, and is told of."""
    write_news(folder / "mine", 1)
    out = folder / "kept-out"
    build(folder / "mine", "-o", out, *NONE)
    (out / "notes.txt").write_text("mine")
    (out / "own").mkdir()
    (out / "own/map.svg").write_text("<svg/>")
    message = build(folder / "mine", "-o", out, *NONE)
    assert "not written by stemma: notes.txt, own\n" in message, message
    assert (out / "notes.txt").read_text() == "mine" and (out / "own/map.svg").exists()
    manifest = json.loads((out / "manifest.json").read_text())
    del manifest["files"]["report.md"]  # an older program that wrote none: this one must be the user's
    (out / "manifest.json").write_text(json.dumps(manifest))
    (out / "report.md").write_text("my own report")
    before = files_of(out)
    message = build(folder / "mine", "-o", out, *NONE, code=2)
    assert "report.md" in message and "in the way" in message, message
    assert files_of(out) == before


def refused_output(folder):
    write_news(folder / "few", 2)
    theirs = folder / "theirs"
    theirs.mkdir()
    (theirs / "letter.txt").write_text("dear")
    before = files_of(theirs)
    assert "left alone" in build(folder / "few", "-o", theirs, *NONE, code=2)
    assert files_of(theirs) == before
    for out in ("/dev/full", "/proc/out", folder / "few/0000.txt"):
        assert "error:" in build(folder / "few", "-o", out, *NONE, code=2)
    assert "none of the inputs exists" in build(folder / "nothing-here", "-o", folder / "x", *NONE, code=2)
    assert not (folder / "x").exists()
    with open("/dev/full", "wb") as full:
        done = subprocess.run([PROGRAM, "extract", folder / "few", *NONE], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2 and b"cannot write" in done.stderr, done


def mounted(folder, size):
    libc = ctypes.CDLL(None, use_errno=True)
    folder.mkdir()
    return libc.mount(b"tmpfs", str(folder).encode(), b"tmpfs", 0, f"size={size}".encode()) == 0


def mount_point(folder):
    place = folder / "mount"
    if not mounted(place, "600k"):
        print("no tmpfs can be mounted here: the mount point is left out")
        return
    try:
        write_news(folder / "one", 1)
        message = build(folder / "one", "-o", place, *NONE, code=2)
        assert "is a mount point" in message and f"choose a folder inside it: {place}/result" in message, message
        build(folder / "one", "-o", place / "result", *NONE)
    finally:
        subprocess.run(["umount", place], check=True)


def folder_of_another(folder):
    """OUT is another user's: the result stands, and what is left of theirs is told, at every run."""
    if os.geteuid() != 0:
        print("not root: the folder of another user is left out")
        return
    program = pathlib.Path(PROGRAM).resolve()
    if not all(path.stat().st_mode & 0o001 for path in [program, *program.parents]):
        print("another user may not run the program where it stands: his folder is left out")
        return
    home = folder / "shared"
    write_news(folder / "one", 1)
    home.mkdir()
    build(folder / "one", "-o", home / "out", *NONE)
    os.chmod(folder, 0o755)
    os.chmod(home, 0o777)

    def as_nobody(code, out="out"):
        done = stemma("build", folder / "one", "-o", home / out, *NONE, user=65534, group=65534, extra_groups=[], env={"PATH": os.environ["PATH"]})
        assert done.returncode == code, done
        return done.stderr.decode()

    for left in (".out.stemma-new", ".out.stemma-new"):
        message = as_nobody(0)
        assert f"{home}/{left}: warning: an earlier result" in message and "[output.left-over]" in message, message
        assert (home / "out").stat().st_uid == 65534
    closed = home / "closed"
    closed.mkdir(mode=0o700)
    message = as_nobody(2, "closed")
    assert "Permission denied" in message and "filesystem error" not in message, message


def full_disk(folder):
    small = folder / "small"
    if not mounted(small, "600k"):
        print("no tmpfs can be mounted here: the full disk is left out")
        return
    try:
        write_news(folder / "one", 1)
        build(folder / "one", "-o", small / "out", *NONE)
        before = files_of(small)
        write_news(folder / "many", 400)
        message = build(folder / "many", "-o", small / "out", *NONE, code=2)
        assert "No space left" in message and "disk is full" in message, message
        assert files_of(small) == before, "the old result is untouched, and nothing lies beside it"
    finally:
        subprocess.run(["umount", small], check=True)


def started(news, out):
    return subprocess.Popen([PROGRAM, "build", news, "-o", out, "--jobs", "2", *NONE], stderr=subprocess.DEVNULL)


def killed_runs(folder):
    """Killed at many moments: OUT is the one or the other, whole; the next run leaves nothing beside it."""
    home = folder / "killed"
    home.mkdir()
    write_news(folder / "old-news", 1)
    write_news(folder / "new-news", 300)
    out = home / "out"
    start = time.monotonic()
    build(folder / "new-news", "-o", out, "--jobs", "2", *NONE)
    lasts = time.monotonic() - start
    new = files_of(out)
    build(folder / "old-news", "-o", out, *NONE)
    old = files_of(out)
    seen = set()
    for i in range(12):
        process = started(folder / "new-news", out)
        time.sleep(lasts * (i + 0.5) / 12)
        process.send_signal(signal.SIGKILL)
        process.wait()
        now = files_of(out)
        assert now in (old, new), sorted(now)
        seen.add(now == new)
        build(folder / "old-news", "-o", out, *NONE)
        assert files_of(home) == {"out/" + name: data for name, data in old.items()}
    print("killed: old", False in seen, "new", True in seen)


def interrupted_run(folder):
    home = folder / "interrupted"
    home.mkdir()
    write_news(folder / "long-news", 2000)
    for asked in (signal.SIGINT, signal.SIGTERM):
        process = started(folder / "long-news", home / "out")
        deadline = time.monotonic() + 60
        while not (home / ".out.stemma-new").exists() and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(asked)
        assert process.wait(timeout=120) == -asked, process.returncode
        assert files_of(home) == {} and not list(home.iterdir())


def two_runs(folder):
    home = folder / "two"
    home.mkdir()
    first = started(folder / "long-news", home / "out")
    while not (home / ".out.stemma-new").exists() and first.poll() is None:
        time.sleep(0.01)
    second = stemma("build", folder / "few", "-o", home / "out", *NONE)
    if first.poll() is None:
        assert second.returncode == 2 and b"another run" in second.stderr, second
    assert first.wait() == 0
    assert len(paths_in(home / "out")) == 2000


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for check in (broken_documents, bad_lines, far_times, repeated_keys, told_once, files_of_others, refused_output, mount_point, folder_of_another, full_disk, killed_runs, interrupted_run, two_runs):
            print(check.__name__, flush=True)
            check(folder)


main()
