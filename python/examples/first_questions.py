# A first hour with results of Stemma, cell by cell: run it as a script, or open it as a notebook (the cells begin with
# "# %%", which most editors know). It asks the seeds of this tree; give other inputs as arguments.

# %% A result: read reports, write a graph
import pathlib
import sys
import tempfile

import stemma

here = pathlib.Path(__file__).resolve().parents[2]
inputs = sys.argv[1:] or [here / "seeds"]
folder = tempfile.TemporaryDirectory()
result = stemma.build(inputs, pathlib.Path(folder.name) / "out")
print(result, "by", result.manifest["program"])

# %% What was read: a row for each event of each report
events = result.events()
print(events.groupby(["type", "status"]).size().rename("events").to_string())

# %% Who supplied what to whom: one row for each event, however many reports tell it
supplied = result.query("who-supplied-whom")
print(supplied[["supplier", "recipient", "items", "quantity", "reports", "origins"]].to_string(index=False))

# %% The same from the records, with pandas: what one report says, and in which words
roles = result.roles()
pairs = roles.pivot_table(index="event", columns="role", values="label", aggfunc=lambda labels: ", ".join(sorted(set(labels))))
told = events[events.type == "transfer"].merge(pairs, left_on="event", right_index=True)
print(told.reindex(columns=["supplier", "recipient", "item", "quantity", "status", "speakers"]).to_string(index=False))

# %% How many origins stand behind what many reports tell
print(result.query("most-carried").head(5).to_string(index=False))

# %% Why one of these is in the result
why = result.explain("shells")
print(why["label"])
for origin in why["toldBy"]:
    print(" *", origin["label"] + ":", "; ".join(origin["why"]))

# %% Everything in one graph, for tools that speak RDF
print(len(result.facts()), "statements of what somebody says happened")
countries = result.query("SELECT (COUNT(DISTINCT ?c) AS ?n) WHERE { GRAPH ?g { ?c a stm:Country } }")
print(int(countries.n[0]), "countries")
