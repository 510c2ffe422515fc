"""The files of the project: what git tracks, or, in a copy without git, what is there and not built."""

import pathlib
import subprocess

NOT_OURS = {".git", ".venv", "build", "out", "target", "node_modules", "__pycache__"}


def tracked_files(root):
    """Paths relative to root, sorted."""
    if (root / ".git").exists():
        names = subprocess.run(["git", "-C", root, "ls-files", "-z"], check=True, capture_output=True).stdout
        paths = [pathlib.Path(name) for name in names.decode().split("\0") if name]
    else:
        paths = [p.relative_to(root) for p in root.rglob("*") if p.is_file()]
        paths = [p for p in paths if not NOT_OURS & set(p.parts)]
    return sorted(p for p in paths if (root / p).is_file())
