#!/usr/bin/env python3
"""The structure checks must be able to fail: each is shown a small tree with one fault, and one without."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import check_includes
import check_links
import check_names
import check_words

MODULES = """
stemma_module(model LIBRARIES fmt::fmt)
stemma_module(text DEPENDS model PRIVATE_LIBRARIES ICU::uc)   # DEPENDS cli
stemma_module(graph DEPENDS model
              LIBRARIES Boost::headers)
stemma_module(cli DEPENDS graph text)
"""

SOUND = {
    "src/CMakeLists.txt": MODULES,
    "src/model/thing.hpp": "#include <string>\n",
    "src/text/decode.cpp": '#include "model/thing.hpp"\n#include <unicode/unorm2.h>\n',
    "src/graph/rows.cpp": '#include "graph/rows.hpp"\n#include <boost/graph/csr.hpp>\n',
    "src/graph/rows.hpp": "#pragma once\n",
    "src/cli/main.cpp": '#include "model/thing.hpp"\n#include "graph/rows.hpp"\n#include <CLI/CLI.hpp>\n',
    "ontology/lexicon/countries.ttl":
        'country:XA skos:prefLabel "Atlantis"@en ;\n  skos:altLabel "Isle of Atlas"@en, "Sunken Land"@en .\n',
    "ontology/lexicon/munitions-guns.ttl": 'm:1 skos:prefLabel "Type 99 popgun"@en .\n',
    "ontology/lexicon/organisations.ttl": 'o:1 skos:prefLabel "Usage"@en .\n',
}


class Tree:
    """A temporary project: SOUND with changes."""

    def __init__(self, changes):
        self.files = SOUND | changes

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        root = pathlib.Path(self.folder.name)
        for name, text in self.files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text)
        return root

    def __exit__(self, *_):
        self.folder.cleanup()


class Includes(unittest.TestCase):
    def faults(self, changes):
        with Tree(changes) as root:
            return check_includes.check(root)[1]

    def test_sound_tree(self):
        with Tree({}) as root:
            drawn, faults = check_includes.check(root)
        self.assertEqual(faults, [])
        self.assertEqual(drawn["cli"], {"model", "graph"})
        self.assertEqual(drawn["graph"], set())

    def test_upward(self):
        faults = self.faults({"src/model/thing.hpp": '\n#include "cli/main.hpp"\n', "src/cli/main.hpp": ""})
        self.assertEqual(len(faults), 1)
        self.assertIn("src/model/thing.hpp:2", faults[0])

    def test_upward_in_angle_brackets(self):
        self.assertEqual(len(self.faults({"src/model/thing.hpp": "#include <graph/rows.hpp>\n"})), 1)

    def test_sideways(self):
        self.assertEqual(len(self.faults({"src/text/a.cpp": '#include "graph/rows.hpp"\n'})), 1)

    def test_foreign(self):
        self.assertEqual(len(self.faults({"src/graph/a.cpp": "#  include <unicode/uchar.h>\n"})), 1)
        self.assertEqual(len(self.faults({"src/cli/a.cpp": "#include <boost/graph/csr.hpp>\n"})), 1)

    def test_relative_include(self):
        self.assertEqual(len(self.faults({"src/graph/a.cpp": '#include "rows.hpp"\n'})), 1)

    def test_unknown_module(self):
        self.assertEqual(len(self.faults({"src/stray/a.cpp": ""})), 1)

    def test_list_out_of_order(self):
        faults = self.faults({"src/CMakeLists.txt": "stemma_module(a DEPENDS b)\nstemma_module(b)\n" + MODULES})
        self.assertEqual(len(faults), 1)


class Names(unittest.TestCase):
    def faults(self, changes):
        with Tree(changes) as root:
            return check_names.check(root)[0]

    def test_sound_tree(self):
        self.assertEqual(self.faults({}), [])

    def test_names_in_literals(self):
        for literal in ('"Atlantis"', '"to Atlantis, they"', 'R"(the Sunken Land)"', '"Type 99 popgun"',
                        'u8"Isle of Atlas"'):
            with self.subTest(literal):
                self.assertEqual(len(self.faults({"src/cli/a.cpp": f"// a\nauto x = {literal};\n"})), 1)

    def test_what_is_no_name(self):
        for line in ('// "Atlantis"', '/* "Atlantis" */', 'auto x = "Atlantisian";', 'auto x = "atlantis";',
                     'auto x = "Usage";', 'char c = \'"\'; // "Atlantis"'):
            with self.subTest(line):
                self.assertEqual(self.faults({"src/cli/a.cpp": line + "\n"}), [])

    def test_empty_names(self):
        self.assertEqual(len(self.faults({"src/cli/string_utils.cpp": ""})), 1)
        self.assertEqual(len(self.faults({"src/cli/helpers/a.cpp": ""})), 1)
        self.assertEqual(len(self.faults({"src/cli/a.hpp": "class GraphManager {\n"})), 1)

    def test_long_files_are_named(self):
        with Tree({"src/cli/a.cpp": "\n" * 700}) as root:
            faults, warnings = check_names.check(root)
        self.assertEqual((len(faults), len(warnings)), (0, 1))


class Words(unittest.TestCase):
    def faults(self, changes):
        with Tree(changes) as root:
            return check_words.check(root)

    def test_sound_tree(self):
        self.assertEqual(self.faults({"docs/a.md": "A task to do; it works. https://example.org/a:b\n"}), [])

    def test_each_word(self):
        for name, text in {
            "docs/a.md": "see /" + "tmp/x\n",
            "docs/b.md": "cd /" + "work/main\n",
            "src/model/a.cpp": "// TO" + "DO later\n",
            "src/model/b.cpp": "<" * 7 + " HEAD\n",
            "tools/c": "pip install --index-" + "url https://example.org\n",
            "tools/d": "curl https://ada:secret" + "@example.org\n",
        }.items():
            with self.subTest(name):
                self.assertEqual(len(self.faults({name: text})), 1)

    def test_bytes_that_are_no_text(self):
        with Tree({}) as root:
            (root / "broken.txt").write_bytes(b"\xff\xfe\x00")
            self.assertEqual(check_words.check(root), [])


class Links(unittest.TestCase):
    PAGES = {
        "docs/README.md": "[one](one.md), [its end](one.md#the-end)\n",
        "docs/one.md": "# One\n\n## The end\n\n`[no](link.md)` [home](../README.md) [web](https://example.org/x)\n",
        "README.md": "[the book](docs/README.md)\n",
    }

    def faults(self, changes):
        with Tree(self.PAGES | changes) as root:
            return check_links.check(root)

    def test_sound_pages(self):
        self.assertEqual(self.faults({}), [])

    def test_lost_file(self):
        self.assertEqual(self.faults({"README.md": "![a picture](docs/one.svg)\n"}), ["README.md: there is no docs/one.svg"])

    def test_lost_heading(self):
        self.assertEqual(self.faults({"docs/one.md": "# One\n"}), ["docs/README.md: one.md has no heading #the-end"])

    def test_page_in_no_contents(self):
        self.assertEqual(self.faults({"docs/two.md": "# Two\n"}), ["docs/two.md: is not in docs/README.md"])


if __name__ == "__main__":
    unittest.main()
