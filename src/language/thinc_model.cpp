#include "language/thinc_model.hpp"

namespace stemma::language {

namespace {
constexpr std::size_t most_nodes = 10000; // spaCy's pipelines have fewer than a hundred
} // namespace

ThincModel::ThincModel(const ModelFile& file) : file_(file) {
  MsgpackReader reader(file);
  const std::size_t pairs = reader.read_map("model");
  bool seen_nodes = false;
  for (std::size_t i = 0; i < pairs; ++i) {
    const std::string_view key = reader.read_key("model");
    if (key == "nodes" && !seen_nodes) {
      read_nodes(reader);
      seen_nodes = true;
    } else if (key == "attrs" && seen_nodes) {
      read_settings(reader);
    } else if (key == "params" && seen_nodes) {
      read_arrays(reader);
    } else {
      reader.skip(key);
    }
  }
  reader.expect_end("model");
  if (nodes.empty()) file.fail("nodes", "the model has none");
  for (const ThincNode& node : nodes)
    for (const auto& [name, index] : node.refs)
      if (index >= nodes.size()) file.fail("refs", name + " names a node that is not there");
}

void ThincModel::read_nodes(MsgpackReader& reader) {
  const std::size_t count = reader.read_array("nodes");
  if (count > most_nodes) file_.fail("nodes", "the model has too many");
  nodes.resize(count);
  for (ThincNode& node : nodes) {
    const std::size_t pairs = reader.read_map("nodes");
    for (std::size_t i = 0; i < pairs; ++i) {
      const std::string_view key = reader.read_key("nodes");
      if (key == "name") {
        node.name = reader.read_string("nodes.name");
      } else if (key == "refs") {
        const std::size_t refs = reader.read_map("nodes.refs");
        for (std::size_t r = 0; r < refs; ++r) {
          const std::string name(reader.read_string("nodes.refs"));
          if (reader.read_nil()) continue;
          node.refs[name] = static_cast<std::size_t>(reader.read_unsigned("nodes.refs"));
        }
      } else {
        reader.skip("nodes");
      }
    }
  }
}

void ThincModel::require_count(std::size_t count, std::string_view field) const {
  if (count != nodes.size()) file_.fail(field, "has another length than the list of nodes");
}

void ThincModel::read_settings(MsgpackReader& reader) {
  require_count(reader.read_array("attrs"), "attrs");
  for (ThincNode& node : nodes) {
    const std::size_t pairs = reader.read_map("attrs");
    for (std::size_t i = 0; i < pairs; ++i) {
      const std::string name(reader.read_string("attrs"));
      if (reader.peek("attrs") == MsgpackReader::Type::binary)
        node.settings[name] = reader.read_binary("attrs");
      else
        reader.skip("attrs");
    }
  }
}

void ThincModel::read_arrays(MsgpackReader& reader) {
  require_count(reader.read_array("params"), "params");
  for (ThincNode& node : nodes) {
    const std::size_t pairs = reader.read_map("params");
    for (std::size_t i = 0; i < pairs; ++i) {
      const std::string name(reader.read_string("params"));
      if (reader.read_nil()) continue;
      node.arrays[name] = read_msgpack_array(reader, node.name + "." + name);
    }
  }
}

std::vector<const ThincNode*> ThincModel::find_all(std::string_view name) const {
  std::vector<const ThincNode*> found;
  for (const ThincNode& node : nodes)
    if (node.name == name) found.push_back(&node);
  return found;
}

const ThincNode& ThincModel::require(std::string_view name) const {
  const auto found = find_all(name);
  if (found.size() != 1) file_.fail(name, "there should be exactly one node of this name");
  return *found.front();
}

const ThincNode& ThincModel::require_ref(const ThincNode& from, const std::string& ref) const {
  const auto found = from.refs.find(ref);
  if (found == from.refs.end()) file_.fail(from.name + "." + ref, "is missing");
  return nodes[found->second];
}

const FloatArray& ThincModel::require_array(const ThincNode& node, const std::string& array) const {
  const auto found = node.arrays.find(array);
  if (found == node.arrays.end()) file_.fail(node.name + "." + array, "is missing");
  return found->second;
}

MsgpackReader ThincModel::setting_reader(const ThincNode& node, const std::string& setting) const {
  const auto found = node.settings.find(setting);
  if (found == node.settings.end()) file_.fail(node.name + "." + setting, "is missing");
  return MsgpackReader(file_, found->second);
}

std::uint64_t ThincModel::require_number(const ThincNode& node, const std::string& setting) const {
  return setting_reader(node, setting).read_unsigned(node.name + "." + setting);
}

std::vector<std::string> ThincModel::require_names(const ThincNode& node, const std::string& setting) const {
  MsgpackReader reader = setting_reader(node, setting);
  const std::string field = node.name + "." + setting;
  const std::size_t count = reader.read_array(field);
  if (count > most_nodes) file_.fail(field, "has too many names");
  std::vector<std::string> names(count);
  for (std::string& name : names) name = reader.read_string(field);
  return names;
}

} // namespace stemma::language
