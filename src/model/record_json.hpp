#pragma once
// A record as one line of JSON, and back (docs/design.md lists the fields; further ones may be added, none renamed).

#include "model/error.hpp"
#include "model/record.hpp"

#include <set>
#include <string>
#include <string_view>

namespace stemma {

// "country", "person", …; as in the JSON.
std::string_view name_of(EntityKind kind);
std::string_view name_of(MentionKind kind); // "name", "demonym", …, "short-form"

// Appends the record as one JSON object, no line break in or after it. Every string of the record must be valid
// UTF-8. The same record gives the same bytes.
void append_record_json(const Record& record, std::string& out);

// The record's `input`, of a line that append_record_json wrote: it is the last member. Empty: the line has none.
std::string_view find_input(std::string_view line);

// Appends a JSON string with its quotes.
void append_json_string(std::string_view text, std::string& out);

// The record that a line holds; unknown fields are passed over. Throws Error at `place` for anything that is not a
// record. parse(append(r)) == r.
// `repeated`: takes the keys that one object has more than once, of which the last one counts; nullptr: not looked for.
Record parse_record(std::string_view line, const Place& place = {}, std::set<std::string>* repeated = nullptr);

} // namespace stemma
