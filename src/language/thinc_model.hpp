#pragma once
// A weights file of thinc ("tok2vec/model"): named nodes with their arrays and settings.

#include "language/float_array.hpp"

#include <map>
#include <vector>

namespace stemma::language {

struct ThincNode {
  std::string name;
  std::map<std::string, std::size_t> refs;          // name → index of a node
  std::map<std::string, std::string_view> settings; // name → a MessagePack value, part of the file's bytes
  std::map<std::string, FloatArray> arrays;
};

class ThincModel {
public:
  // The file must outlive the model.
  explicit ThincModel(const ModelFile& file);

  std::vector<ThincNode> nodes; // in the file's order: breadth first from the root

  std::vector<const ThincNode*> find_all(std::string_view name) const;
  const ThincNode& require(std::string_view name) const;
  const ThincNode& require_ref(const ThincNode& from, const std::string& ref) const;
  const FloatArray& require_array(const ThincNode& node, const std::string& array) const;
  std::uint64_t require_number(const ThincNode& node, const std::string& setting) const;
  std::vector<std::string> require_names(const ThincNode& node, const std::string& setting) const;
  const ModelFile& file() const { return file_; }

private:
  MsgpackReader setting_reader(const ThincNode& node, const std::string& setting) const;
  void read_nodes(MsgpackReader& reader);
  void read_settings(MsgpackReader& reader);
  void read_arrays(MsgpackReader& reader);
  void require_count(std::size_t count, std::string_view field) const;

  const ModelFile& file_;
};

} // namespace stemma::language
