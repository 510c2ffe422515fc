//! What a call hands back, and how the engine's errors become it.

use oxigraph::io::{RdfParseError, RdfSyntaxError};
use oxigraph::sparql::results::{QueryResultsParseError, QueryResultsSyntaxError};
use oxigraph::sparql::{QueryEvaluationError, SparqlSyntaxError};
use oxigraph::store::LoaderError;
use std::ffi::{CString, c_char, c_int};
use std::fmt::Display;
use std::io;
use std::ptr::null_mut;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(i32)]
pub enum Outcome {
    Done = 0,
    Syntax = 1,
    Data = 2,
    Evaluation = 3,
    Form = 4,
    Stopped = 5,
    File = 6,
    Broken = 7,
}

#[repr(C)]
pub struct Report {
    outcome: c_int,
    line: u64,
    column: u64,
    message: *mut c_char,
}

#[derive(Debug)]
pub struct Failure {
    outcome: Outcome,
    line: u64,
    column: u64,
    message: String,
}

impl Failure {
    pub fn new(outcome: Outcome, message: impl Display) -> Self {
        Self { outcome, line: 0, column: 0, message: message.to_string() }
    }

    fn at(mut self, line: u64, column: u64) -> Self {
        (self.line, self.column) = (line, column);
        self
    }
}

impl From<Result<(), Failure>> for Report {
    fn from(result: Result<(), Failure>) -> Self {
        match result {
            Ok(()) => Self { outcome: Outcome::Done as c_int, line: 0, column: 0, message: null_mut() },
            Err(failure) => Self {
                outcome: failure.outcome as c_int,
                line: failure.line,
                column: failure.column,
                message: to_c(failure.message),
            },
        }
    }
}

/// A text for the caller; a NUL inside, which C could not see past, becomes U+FFFD.
pub fn to_c(text: String) -> *mut c_char {
    let text = if text.contains('\0') { text.replace('\0', "\u{FFFD}") } else { text };
    CString::new(text).map_or(null_mut(), CString::into_raw)
}

/// The parser shows where it stopped only in its message: "error at LINE:COLUMN: expected …".
impl From<SparqlSyntaxError> for Failure {
    fn from(error: SparqlSyntaxError) -> Self {
        let text = error.to_string();
        let located = text.strip_prefix("error at ").and_then(|rest| {
            let (line, rest) = rest.split_once(':')?;
            let (column, rest) = rest.split_once(": ")?;
            Some((line.parse().ok()?, column.parse().ok()?, rest))
        });
        match located {
            Some((line, column, message)) => Self::new(Outcome::Syntax, readable(message)).at(line, column),
            None => Self::new(Outcome::Syntax, text),
        }
    }
}

/// "expected one of …" without the classes of characters in brackets, which tell a reader of queries nothing.
fn readable(message: &str) -> String {
    let Some(list) = message.strip_prefix("expected one of ") else { return message.to_owned() };
    let mut depth = 0;
    let words = list.split(|c: char| {
        depth += i32::from(c == '[') - i32::from(c == ']');
        c == ',' && depth == 0
    });
    let words = words.map(str::trim).filter(|word| !word.starts_with('[')).collect::<Vec<_>>();
    match words.len() {
        0 => "this is not expected here".to_owned(),
        1 => format!("expected {}", words[0]),
        _ => format!("expected one of {}", words.join(", ")),
    }
}

impl From<RdfSyntaxError> for Failure {
    fn from(error: RdfSyntaxError) -> Self {
        let failure = Self::new(Outcome::Data, &error);
        match error.location() {
            Some(range) => failure.at(range.start.line + 1, range.start.column + 1),
            None => failure,
        }
    }
}

impl From<RdfParseError> for Failure {
    fn from(error: RdfParseError) -> Self {
        match error {
            RdfParseError::Io(error) => Self::new(Outcome::File, error),
            RdfParseError::Syntax(error) => error.into(),
        }
    }
}

impl From<LoaderError> for Failure {
    fn from(error: LoaderError) -> Self {
        match error {
            LoaderError::Parsing(error) => error.into(),
            error => Self::new(Outcome::Broken, error),
        }
    }
}

impl From<QueryResultsSyntaxError> for Failure {
    fn from(error: QueryResultsSyntaxError) -> Self {
        let failure = Self::new(Outcome::Data, &error);
        match error.location() {
            Some(range) => failure.at(range.start.line + 1, range.start.column + 1),
            None => failure,
        }
    }
}

impl From<QueryResultsParseError> for Failure {
    fn from(error: QueryResultsParseError) -> Self {
        match error {
            QueryResultsParseError::Io(error) => Self::new(Outcome::File, error),
            QueryResultsParseError::Syntax(error) => error.into(),
        }
    }
}

impl From<QueryEvaluationError> for Failure {
    fn from(error: QueryEvaluationError) -> Self {
        Self::new(Outcome::Evaluation, error)
    }
}

/// The only writer of this crate is the caller's sink.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::new(Outcome::Stopped, error)
    }
}
