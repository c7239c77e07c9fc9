#include "CTOML.h"

#include <string>
#include <string_view>
#include <vector>

// One of the library's assertions does not hold for "[[[" (version 3.3); the code behind it reports
// the error as it should, so it must be neither checked nor relied upon.
#undef NDEBUG
#define TOML_ASSERT(condition) static_assert(true)
#include <toml++/toml.h>

namespace {

// Deeper nesting than any setting has; keeps the walk from recursing as deep as a file wants.
constexpr size_t deepest = 8;

struct Entry {
  size_t depth;
  ctoml_kind kind;
  std::string key;
  std::string text;
  toml::source_position place;
};

}  // namespace

struct ctoml_document {
  std::vector<Entry> entries;
  bool failed = false;
  std::string error;
  toml::source_position place{};

  void add(size_t depth, std::string_view key, const toml::node &node, toml::source_position at) {
    Entry entry{depth, CTOML_OTHER, std::string(key), {}, at};
    if (const auto *text = node.as_string()) {
      entry.kind = CTOML_TEXT;
      entry.text = text->get();
    } else if (const auto *boolean = node.as_boolean()) {
      entry.kind = CTOML_BOOLEAN;
      entry.text = boolean->get() ? "true" : "false";
    } else if (node.is_table() && depth < deepest) {
      entry.kind = CTOML_TABLE;
    } else if (node.is_array() && depth < deepest) {
      entry.kind = CTOML_ARRAY;
    }
    const auto kind = entry.kind;
    entries.push_back(std::move(entry));
    if (kind == CTOML_TABLE) add(depth + 1, *node.as_table());
    if (kind == CTOML_ARRAY) {
      for (const auto &element : *node.as_array()) {
        add(depth + 1, {}, element, element.source().begin);
      }
    }
  }

  void add(size_t depth, const toml::table &table) {
    for (auto &&[key, node] : table) add(depth, key.str(), node, key.source().begin);
  }
};

ctoml_document *ctoml_parse(const char *bytes, size_t size) {
  auto *document = new ctoml_document;
  const auto result = toml::parse(std::string_view(bytes, size));
  if (result) {
    document->add(0, result.table());
  } else {
    document->failed = true;
    document->error = std::string(result.error().description());
    document->place = result.error().source().begin;
  }
  return document;
}

const char *ctoml_error(const ctoml_document *document, size_t *line, size_t *column) {
  if (!document->failed) return nullptr;
  *line = document->place.line;
  *column = document->place.column;
  return document->error.c_str();
}

size_t ctoml_count(const ctoml_document *document) { return document->entries.size(); }

ctoml_entry ctoml_entry_at(const ctoml_document *document, size_t index) {
  const auto &entry = document->entries[index];
  return {entry.depth,       entry.kind,        entry.key.data(),
          entry.key.size(),  entry.text.data(), entry.text.size(),
          entry.place.line,  entry.place.column};
}

void ctoml_free(ctoml_document *document) { delete document; }
