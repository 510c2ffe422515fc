//! Answers on their way out: to the caller's sink, in the format asked for.

use crate::report::{Failure, Outcome};
use oxigraph::io::{RdfFormat, RdfParser, RdfSerializer};
use oxigraph::model::{GraphName, Quad, Triple};
use oxigraph::sparql::QueryResults;
use oxigraph::sparql::results::{
    QueryResultsFormat, QueryResultsParser, QueryResultsSerializer, SliceQueryResultsParserOutput,
};
use std::collections::BTreeMap;
use std::ffi::{c_char, c_int, c_void};
use std::io::{self, BufWriter, Write};

pub type Sink = extern "C" fn(context: *mut c_void, bytes: *const c_char, length: usize) -> c_int;

pub struct SinkWriter {
    pub sink: Sink,
    pub context: *mut c_void,
}

impl Write for SinkWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match (self.sink)(self.context, bytes.as_ptr().cast(), bytes.len()) {
            0 => Ok(bytes.len()),
            _ => Err(io::Error::other("the receiver of the answer has stopped")),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[derive(Clone, Copy)]
#[repr(i32)]
pub enum Form {
    Solutions = 1,
    Boolean = 2,
    Graph = 3,
}

pub fn solution_format(code: c_int) -> Result<QueryResultsFormat, Failure> {
    match code {
        1 => Ok(QueryResultsFormat::Json),
        2 => Ok(QueryResultsFormat::Xml),
        3 => Ok(QueryResultsFormat::Csv),
        4 => Ok(QueryResultsFormat::Tsv),
        _ => Err(Failure::new(Outcome::Form, "the answer is a table or a yes or no, not a graph")),
    }
}

pub fn graph_format(code: c_int) -> Result<RdfFormat, Failure> {
    match code {
        5 => Ok(RdfFormat::Turtle),
        6 => Ok(RdfFormat::NTriples),
        _ => Err(Failure::new(Outcome::Form, "the answer is a graph, not a table")),
    }
}

pub fn data_format(code: c_int) -> Result<RdfFormat, Failure> {
    match code {
        5 => Ok(RdfFormat::Turtle),
        6 => Ok(RdfFormat::NTriples),
        7 => Ok(RdfFormat::TriG),
        8 => Ok(RdfFormat::NQuads),
        _ => Err(Failure::new(Outcome::Broken, "no such format of data")),
    }
}

/// Where an answer goes and how it is written.
pub struct Target<'a> {
    pub solutions: c_int,
    pub graph: c_int,
    pub prefixes: &'a str,
    pub form: &'a mut c_int,
    pub writer: SinkWriter,
}

impl Target<'_> {
    pub fn write(self, results: QueryResults<'_>) -> Result<(), Failure> {
        match results {
            QueryResults::Boolean(value) => self.write_boolean(value),
            QueryResults::Solutions(solutions) => {
                *self.form = Form::Solutions as c_int;
                let serializer = QueryResultsSerializer::from_format(solution_format(self.solutions)?);
                let writer = BufWriter::with_capacity(1 << 16, self.writer);
                let mut serializer =
                    serializer.serialize_solutions_to_writer(writer, solutions.variables().to_vec())?;
                for solution in solutions {
                    serializer.serialize(&solution?)?;
                }
                Ok(serializer.finish()?.flush()?)
            }
            QueryResults::Graph(triples) => self.write_graph(triples.collect::<Result<Vec<_>, _>>()?),
        }
    }

    fn write_boolean(self, value: bool) -> Result<(), Failure> {
        *self.form = Form::Boolean as c_int;
        let serializer = QueryResultsSerializer::from_format(solution_format(self.solutions)?);
        let writer = BufWriter::new(self.writer);
        Ok(serializer.serialize_boolean_to_writer(writer, value)?.flush()?)
    }

    /// Sorted, because the store gives triples in no order that a reader could rely on; with the prefixes in use.
    fn write_graph(self, triples: Vec<Triple>) -> Result<(), Failure> {
        *self.form = Form::Graph as c_int;
        let mut serializer = RdfSerializer::from_format(graph_format(self.graph)?);
        let triples = triples.into_iter().map(|triple| (triple.to_string(), triple)).collect::<BTreeMap<_, _>>();
        for line in self.prefixes.lines() {
            let Some((name, iri)) = line.split_once(' ') else { continue };
            let opening = format!("<{iri}");
            if triples.keys().any(|line| line.contains(&opening)) {
                serializer = serializer.with_prefix(name, iri).map_err(|error| Failure::new(Outcome::Broken, error))?;
            }
        }
        let mut serializer = serializer.for_writer(BufWriter::with_capacity(1 << 16, self.writer));
        for triple in triples.values() {
            serializer.serialize_triple(triple)?;
        }
        Ok(serializer.finish()?.flush()?)
    }

    /// `answer` is JSON or XML of SPARQL results (code 1 or 2), or Turtle or N-Triples (5 or 6).
    pub fn convert(self, answer: &[u8], from: c_int) -> Result<(), Failure> {
        if let Ok(format) = graph_format(from) {
            let quads = RdfParser::from_format(format).without_named_graphs().for_slice(answer);
            let triples = quads.map(|quad| quad.map(triple_of)).collect::<Result<Vec<_>, _>>()?;
            return self.write_graph(triples);
        }
        match QueryResultsParser::from_format(solution_format(from)?).for_slice(answer)? {
            SliceQueryResultsParserOutput::Boolean(value) => self.write_boolean(value),
            SliceQueryResultsParserOutput::Solutions(solutions) => {
                *self.form = Form::Solutions as c_int;
                let serializer = QueryResultsSerializer::from_format(solution_format(self.solutions)?);
                let writer = BufWriter::with_capacity(1 << 16, self.writer);
                let mut serializer =
                    serializer.serialize_solutions_to_writer(writer, solutions.variables().to_vec())?;
                for solution in solutions {
                    serializer.serialize(&solution?)?;
                }
                Ok(serializer.finish()?.flush()?)
            }
        }
    }
}

fn triple_of(quad: Quad) -> Triple {
    debug_assert!(quad.graph_name == GraphName::DefaultGraph);
    quad.into()
}
