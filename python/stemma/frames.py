"""Records as pandas frames. Each function takes the records (dicts, one a document) and gives one frame.

Places are code points of the decoded source, from 0, the end excluded. Days are `datetime64`, or NaT where the report
does not say. Things are IRIs; the columns beside them that end in no "s" hold labels for people.
"""

import pandas

DOCUMENTS = ["document", "path", "title", "published", "publisher", "wire", "authors", "dateline", "language", "url",
             "retrieved", "sha256"]
ENTITIES = ["document", "entity", "kind", "type", "label", "code", "category", "linked", "mentions"]
MENTIONS = ["document", "entity", "kind", "label", "start", "end", "text", "how"]
EVENTS = ["document", "event", "type", "status", "start", "end", "time", "min", "max", "unit", "quantity",
          "speakers", "frame", "about"]
ROLES = ["document", "event", "role", "filler", "label", "implied"]
EVIDENCE = ["document", "event", "role", "hop", "start", "end", "text"]


def documents(records):
    """A row for each document."""
    rows = []
    for record in records:
        row = dict(record["document"])
        row["document"] = row.pop("id")
        rows.append(row)
    return _days(_frame(rows, DOCUMENTS), "published", "retrieved")


def entities(records):
    """A row for each entity of each document, with the number of its mentions there."""
    rows = []
    for record in records:
        for entity in record["entities"]:
            row = {key: entity.get(key) for key in ENTITIES}
            row.update(document=record["document"]["id"], entity=entity["id"], mentions=len(entity["mentions"]))
            rows.append(row)
    return _frame(rows, ENTITIES)


def mentions(records):
    """A row for each mention, with its words and place."""
    rows = []
    for record in records:
        for entity in record["entities"]:
            for mention in entity["mentions"]:
                rows.append({
                    "document": record["document"]["id"], "entity": entity["id"], "kind": entity["kind"],
                    "label": entity["label"], "start": mention["start"], "end": mention["end"],
                    "text": mention["text"], "how": mention["kind"],
                })
    return _frame(rows, MENTIONS)


def events(records):
    """A row for each event of each document. `speakers` holds each chain as labels, nearest voice first, joined by
    " < "; several chains stand in a list. Of several quantities the first is spread over min, max, unit and quantity;
    all roles are in `roles`.
    """
    rows = []
    for record in records:
        labels = {entity["id"]: entity["label"] for entity in record["entities"]}
        for event in record["events"]:
            time = event.get("time") or {}
            counts = event.get("quantity") or [{}]
            chains = event.get("attribution") or []
            rows.append({
                "document": record["document"]["id"], "event": event["id"], "type": event["type"],
                "status": event["status"], "start": time.get("start"), "end": time.get("end"),
                "time": time.get("text"), "min": counts[0].get("min"), "max": counts[0].get("max"),
                "unit": counts[0].get("unit"), "quantity": counts[0].get("text"),
                "speakers": [" < ".join(labels.get(one, one) for one in chain) for chain in chains],
                "frame": event.get("frame"), "about": event.get("about"),
            })
    frame = _frame(rows, EVENTS)
    for bound in ("min", "max"):
        frame[bound] = pandas.to_numeric(frame[bound])
    return _days(frame, "start", "end")


def roles(records):
    """A row for each filler of each role of each event; `implied` where the text leaves it to be understood. The parts of an exchange are events: their label is their type.
    """
    rows = []
    for record in records:
        labels = {entity["id"]: entity["label"] for entity in record["entities"]}
        labels.update((event["id"], event["type"]) for event in record["events"])
        for event in record["events"]:
            for role, things in sorted(event["roles"].items()):
                for thing in things:
                    rows.append({
                        "document": record["document"]["id"], "event": event["id"], "role": role, "filler": thing,
                        "label": labels.get(thing, thing), "implied": thing in event.get("implied", {}).get(role, []),
                    })
    return _frame(rows, ROLES)


def evidence(records):
    """A row for each span of the source that shows an event: a role's words, a speaker's (`hop`), or the clause."""
    rows = []
    for record in records:
        for event in record["events"]:
            for span in event["evidence"]:
                row = {key: span.get(key) for key in EVIDENCE}
                row.update(document=record["document"]["id"], event=event["id"])
                rows.append(row)
    frame = _frame(rows, EVIDENCE)
    frame["hop"] = frame["hop"].astype("Int64")
    return frame


def _frame(rows, columns):
    frame = pandas.DataFrame(rows, columns=columns)
    # A column without any value would count as one of numbers.
    for column in columns:
        if frame[column].isna().all():
            frame[column] = frame[column].astype(object)
    return frame


def _days(frame, *columns):
    # A year beyond what nanoseconds can hold is a day like any other: seconds are fine enough for days.
    for column in columns:
        frame[column] = pandas.to_datetime(frame[column].map(_day), errors="coerce").astype("datetime64[s]")
    return frame


def _day(value):
    if not isinstance(value, str):
        return None
    return value[:10] if len(value) >= 10 else None
