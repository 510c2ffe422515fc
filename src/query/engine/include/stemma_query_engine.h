#ifndef STEMMA_QUERY_ENGINE_H
#define STEMMA_QUERY_ENGINE_H
/* The SPARQL 1.1 engine of Stemma behind plain C.
 *
 * A store lives in memory and belongs to one thread at a time. Texts are UTF-8 with their length; they need no NUL.
 * No call lets a panic of the engine pass: it comes back as STEMMA_ENGINE_BROKEN. What no call can promise is to
 * survive a query that is nested too deeply, or memory that runs out: both end the process. A query that a user
 * wrote therefore belongs into a process of its own. Queries reach no network and no file (SERVICE is an error).
 */
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct stemma_engine_store stemma_engine_store;

typedef struct {
  const char* bytes;
  size_t length;
} stemma_engine_text;

enum stemma_engine_outcome {
  STEMMA_ENGINE_DONE = 0,
  STEMMA_ENGINE_SYNTAX = 1,     /* the query is not SPARQL; line and column are set */
  STEMMA_ENGINE_DATA = 2,       /* the data is not RDF of that format; line and column are set where known */
  STEMMA_ENGINE_EVALUATION = 3, /* the query is sound and could not be answered */
  STEMMA_ENGINE_FORM = 4,       /* the asked-for format cannot carry this form of answer */
  STEMMA_ENGINE_STOPPED = 5,    /* the sink refused bytes */
  STEMMA_ENGINE_FILE = 6,       /* a file could not be read */
  STEMMA_ENGINE_BROKEN = 7      /* the engine failed at its own work, or was called wrongly */
};

enum stemma_engine_format {
  STEMMA_ENGINE_NONE = 0, /* refuse such an answer */
  STEMMA_ENGINE_JSON = 1, /* SPARQL 1.1 Query Results, for SELECT and ASK … */
  STEMMA_ENGINE_XML = 2,
  STEMMA_ENGINE_CSV = 3,
  STEMMA_ENGINE_TSV = 4,
  STEMMA_ENGINE_TURTLE = 5, /* … and RDF, for CONSTRUCT and DESCRIBE */
  STEMMA_ENGINE_NTRIPLES = 6,
  STEMMA_ENGINE_TRIG = 7, /* only read */
  STEMMA_ENGINE_NQUADS = 8
};

enum stemma_engine_form {
  STEMMA_ENGINE_SOLUTIONS = 1, /* SELECT */
  STEMMA_ENGINE_BOOLEAN = 2,   /* ASK */
  STEMMA_ENGINE_GRAPH = 3      /* CONSTRUCT, DESCRIBE */
};

typedef struct {
  int outcome;
  uint64_t line;   /* 1-based; 0: not known */
  uint64_t column; /* 1-based, in characters; 0: not known */
  char* message;   /* NUL-terminated; NULL when done; to be given back to stemma_engine_release */
} stemma_engine_report;

/* Takes the next bytes of an answer; anything but 0 stops the call with STEMMA_ENGINE_STOPPED. */
typedef int (*stemma_engine_sink)(void* context, const char* bytes, size_t length);

/* NULL when it failed. */
stemma_engine_store* stemma_engine_open(void);
void stemma_engine_close(stemma_engine_store* store);
uint64_t stemma_engine_quads(const stemma_engine_store* store);
void stemma_engine_release(char* text);

/* Adds to the store all of the data or nothing. `format`: Turtle, N-Triples, TriG or N-Quads. */
stemma_engine_report stemma_engine_load(stemma_engine_store* store, stemma_engine_text data, int format,
                                        stemma_engine_text base);
stemma_engine_report stemma_engine_load_file(stemma_engine_store* store, stemma_engine_text path, int format,
                                             stemma_engine_text base);

/* Answers a query and hands the answer to `sink` piece by piece: solutions and booleans in `solution_format`, triples
 * (sorted, each once) in `graph_format`; NONE refuses that form. `prefixes` is a list "name IRI\n" for Turtle.
 * `form` is set before the first byte comes. When the outcome is not DONE, what the sink has seen is a fragment. */
stemma_engine_report stemma_engine_query(const stemma_engine_store* store, stemma_engine_text query,
                                         stemma_engine_text base, int solution_format, int graph_format,
                                         stemma_engine_text prefixes, stemma_engine_sink sink, void* context,
                                         int* form);

/* Reads an answer in JSON or XML (solutions, booleans) or in Turtle or N-Triples (a graph), and writes it in another
 * format of the same sort. */
stemma_engine_report stemma_engine_convert(stemma_engine_text answer, int from, int to, stemma_engine_text prefixes,
                                           stemma_engine_sink sink, void* context, int* form);

/* Is it SPARQL? Sets `form`. */
stemma_engine_report stemma_engine_parse(stemma_engine_text query, stemma_engine_text base, int* form);

/* The parsed query as text: two queries with the same algebra have the same text (names that the parser invents are
 * numbered). With `from` not empty, the ground term `from` is exchanged for `to` (both as N-Triples terms) in the
 * parsed query, `*exchanged` times. `*algebra` is to be given back to stemma_engine_release. */
stemma_engine_report stemma_engine_algebra(stemma_engine_text query, stemma_engine_text base, stemma_engine_text from,
                                           stemma_engine_text to, char** algebra, size_t* exchanged);

#ifdef __cplusplus
}
#endif
#endif
