#include "language/tokenizer.hpp"

#include "language/code_points.hpp"

#include <algorithm>

namespace stemma::language {

namespace {

constexpr std::uint64_t orth_key = 65; // spaCy's numbers of the attributes ORTH and NORM
constexpr std::uint64_t norm_key = 67;

} // namespace

std::vector<Chunk> split_chunks(std::string_view text) {
  std::vector<Chunk> chunks;
  if (text.empty()) return chunks;
  std::size_t start = 0;
  bool in_space = is_python_space(decode_code_point(text, 0).value);
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, length] = decode_code_point(text, at);
    if (is_python_space(value) != in_space) {
      if (start < at) chunks.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(at)});
      if (value == U' ') chunks.back().space_after = true;
      start = value == U' ' ? at + 1 : at;
      in_space = !in_space;
    }
    at += length;
  }
  if (start < text.size())
    chunks.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(text.size())});
  return chunks;
}

// A chunk with the place of each code point in its bytes.
struct Tokenizer::DecodedChunk {
  explicit DecodedChunk(std::string_view text) : bytes(text) {
    for (std::size_t at = 0; at < text.size();) {
      const auto [value, length] = decode_code_point(text, at);
      code_points.push_back(value);
      starts.push_back(static_cast<std::uint32_t>(at));
      at += length;
    }
    starts.push_back(static_cast<std::uint32_t>(text.size()));
  }
  std::u32string_view part(std::size_t begin, std::size_t end) const {
    return std::u32string_view(code_points).substr(begin, end - begin);
  }
  std::string_view text(std::size_t begin, std::size_t end) const {
    return bytes.substr(starts[begin], starts[end] - starts[begin]);
  }

  std::string_view bytes;
  std::u32string code_points;
  std::vector<std::uint32_t> starts;
};

Tokenizer::Tokenizer(const ModelFile& file) {
  read(file);
  letters_are_plain_ =
      !prefix_.matches_letters() && !suffix_.matches_letters() && !infix_.matches_letters() && !url_.matches_letters();
  index_specials();
}

void Tokenizer::read(const ModelFile& file) {
  MsgpackReader reader(file);
  const std::size_t pairs = reader.read_map("tokenizer");
  unsigned patterns = 0;
  for (std::size_t i = 0; i < pairs; ++i) {
    const std::string key(reader.read_key("tokenizer"));
    const auto read_pattern = [&](bool backward) {
      ++patterns;
      const std::string_view text = reader.read_string(key);
      return backward ? Pattern::backward(file, key, text) : Pattern::forward(file, key, text);
    };
    if (key == "prefix_search") {
      prefix_ = read_pattern(false);
    } else if (key == "suffix_search") {
      suffix_ = read_pattern(true);
    } else if (key == "infix_finditer") {
      infix_ = read_pattern(false);
    } else if (key == "url_match") {
      url_ = read_pattern(false);
    } else if (key == "token_match") {
      if (!reader.read_nil()) file.fail(key, "is not supported");
    } else if (key == "exceptions") {
      read_exceptions(reader);
    } else if (key == "faster_heuristics") {
      if (!reader.read_boolean(key)) file.fail(key, "is not supported when false");
    } else {
      file.fail(key, "is not supported");
    }
  }
  reader.expect_end("tokenizer");
  if (!prefix_.anchored()) file.fail("prefix_search", "pattern: an alternative of the prefixes does not start with ^");
  if (patterns != 4) file.fail("tokenizer", "lacks a pattern: prefix, suffix, infix and URL must all be there");
}

void Tokenizer::read_exceptions(MsgpackReader& reader) {
  const std::string_view field = "exceptions";
  const std::size_t count = reader.read_map(field);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string text(reader.read_string(field));
    std::vector<Form> forms;
    std::string joined;
    for (std::size_t tokens = reader.read_array(field); tokens > 0; --tokens) {
      Form form;
      for (std::size_t pairs = reader.read_map(field); pairs > 0; --pairs) {
        const std::uint64_t key = reader.read_unsigned(field);
        const std::string_view value = reader.read_string(field);
        if (key == orth_key)
          form.text = value;
        else if (key == norm_key)
          form.norm = string_id(value);
        else
          reader.fail(field, "sets an attribute that is not supported");
      }
      if (form.text.empty()) reader.fail(field, "has a token without text");
      joined += form.text;
      forms.push_back(std::move(form));
    }
    if (joined != text || forms.empty()) reader.fail(field, "the tokens of one are not its text");
    longest_exception_ = std::max(longest_exception_, text.size());
    exceptions_.insert_or_assign(text, std::move(forms));
  }
}

const std::vector<Form>* Tokenizer::find_exception(std::string_view text) const {
  if (text.size() > longest_exception_) return nullptr;
  const auto found = exceptions_.find(text);
  return found == exceptions_.end() ? nullptr : &found->second;
}

const std::vector<Form>* Tokenizer::find_exception(const DecodedChunk& chunk, std::size_t begin,
                                                   std::size_t end) const {
  return find_exception(chunk.text(begin, end));
}

void Tokenizer::index_specials() {
  specials_.emplace_back();
  for (const auto& [text, forms] : exceptions_) {
    const std::u32string decoded = decode_utf8(text);
    if (prefix_length(decoded) == 0 && !has_infix(decoded) && suffix_.find_suffix(decoded) == 0 &&
        text.find(' ') == std::string::npos)
      continue;
    std::uint32_t node = 0;
    for (const Chunk& chunk : split_chunks(text))
      for (const Form& form : cut(std::string_view(text).substr(chunk.begin, chunk.end - chunk.begin), false)) {
        const auto fresh_symbol = static_cast<std::uint32_t>(special_symbols_.size() + 1);
        const std::uint32_t symbol = special_symbols_.emplace(form.text, fresh_symbol).first->second;
        const auto [edge, fresh] = specials_[node].next.emplace(symbol, specials_.size());
        node = edge->second;
        if (fresh) specials_.emplace_back();
      }
    specials_[node].ends = true;
  }
}

std::uint32_t Tokenizer::find_special_symbol(std::string_view text) const {
  const auto found = special_symbols_.find(text);
  return found == special_symbols_.end() ? 0 : found->second;
}

std::optional<std::uint32_t> Tokenizer::next_special(std::uint32_t node, std::uint32_t symbol) const {
  const auto found = specials_[node].next.find(symbol);
  if (found == specials_[node].next.end()) return std::nullopt;
  return found->second;
}

bool Tokenizer::has_infix(std::u32string_view text) const {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (infix_.find_at(text, at)) return true;
  return false;
}

bool Tokenizer::is_url(std::u32string_view text) const { return url_.find_at(text, 0).has_value(); }

bool Tokenizer::is_plain(std::string_view chunk) const {
  return letters_are_plain_ && std::all_of(chunk.begin(), chunk.end(),
                                           [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

std::vector<Form> Tokenizer::cut(std::string_view chunk) const { return cut(chunk, true); }

// spaCy's Tokenizer._split_affixes and _attach_tokens, step by step.
std::vector<Form> Tokenizer::cut(std::string_view chunk, bool with_exceptions) const {
  if (with_exceptions)
    if (const auto* forms = find_exception(chunk)) return *forms;
  if (is_plain(chunk)) return {Form{std::string(chunk)}};
  const DecodedChunk decoded(chunk);
  std::size_t begin = 0;
  std::size_t end = decoded.code_points.size();
  const auto is_exception = [&](std::size_t from, std::size_t to) {
    return with_exceptions && from < to && find_exception(decoded, from, to) != nullptr;
  };
  std::vector<Form> forms;
  std::vector<Form> suffixes;
  const auto take_prefix = [&](std::size_t length) {
    forms.push_back({std::string(decoded.text(begin, begin + length))});
    begin += length;
  };
  const auto take_suffix = [&](std::size_t length) {
    suffixes.push_back({std::string(decoded.text(end - length, end))});
    end -= length;
  };
  while (begin < end && !is_exception(begin, end)) {
    const std::size_t prefix = prefix_length(decoded.part(begin, end));
    if (prefix > 0 && is_exception(begin + prefix, end)) {
      take_prefix(prefix);
      break;
    }
    const std::size_t suffix = suffix_.find_suffix(decoded.part(begin + prefix, end));
    if (suffix > 0 && is_exception(begin, end - suffix)) {
      take_suffix(suffix);
      break;
    }
    if (prefix == 0 && suffix == 0) break;
    if (prefix > 0) take_prefix(prefix);
    if (suffix > 0) take_suffix(suffix);
  }
  if (begin < end) {
    if (is_exception(begin, end)) {
      const auto* special = find_exception(decoded, begin, end);
      forms.insert(forms.end(), special->begin(), special->end());
    } else if (is_url(decoded.part(begin, end))) {
      forms.push_back({std::string(decoded.text(begin, end))});
    } else {
      cut_infixes(decoded, begin, end, forms);
    }
  }
  forms.insert(forms.end(), suffixes.rbegin(), suffixes.rend());
  return forms;
}

void Tokenizer::cut_infixes(const DecodedChunk& chunk, std::size_t begin, std::size_t end,
                            std::vector<Form>& forms) const {
  const std::u32string_view text = chunk.part(begin, end);
  const auto take = [&](std::size_t from, std::size_t to) {
    if (from < to) forms.push_back({std::string(chunk.text(begin + from, begin + to))});
  };
  std::size_t taken = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = infix_.find_at(text, at).value_or(0);
    if (length > 0 && at > 0) { // one that opens the text is left where it is
      take(taken, at);
      take(at, at + length);
      taken = at + length;
    }
    at += std::max<std::size_t>(length, 1);
  }
  take(taken, text.size());
}

} // namespace stemma::language
