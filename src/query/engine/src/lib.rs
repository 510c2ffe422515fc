//! The SPARQL engine of Stemma: Oxigraph behind the C interface of `include/stemma_query_engine.h`, which says what
//! each call promises.

mod algebra;
mod answer;
mod report;

use crate::answer::{Form, Sink, SinkWriter, Target, data_format};
use crate::report::{Failure, Outcome, Report, to_c};
use oxigraph::io::RdfParser;
use oxigraph::sparql::SparqlEvaluator;
use oxigraph::store::Store;
use spargebra::Query;
use std::ffi::{CString, c_char, c_int, c_void};
use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::null_mut;

/// UTF-8 with its length. An invalid text is an error of the call, not undefined behaviour.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Text {
    bytes: *const c_char,
    length: usize,
}

impl Text {
    /// # Safety
    /// The pointer is valid for `length` bytes during the call, as the header asks.
    unsafe fn bytes<'a>(self) -> &'a [u8] {
        if self.bytes.is_null() || self.length == 0 {
            return &[];
        }
        unsafe { std::slice::from_raw_parts(self.bytes.cast(), self.length) }
    }

    /// # Safety
    /// As for `bytes`.
    unsafe fn text<'a>(self) -> Result<&'a str, Failure> {
        std::str::from_utf8(unsafe { self.bytes() })
            .map_err(|error| Failure::new(Outcome::Syntax, format!("the text is not UTF-8: {error}")))
    }
}

/// No panic crosses into C.
fn guarded(work: impl FnOnce() -> Result<(), Failure>) -> Report {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(Failure::new(Outcome::Broken, "the query engine failed at its own work")))
        .into()
}

fn parser(format: c_int, base: &str) -> Result<RdfParser, Failure> {
    let parser = RdfParser::from_format(data_format(format)?);
    if base.is_empty() {
        return Ok(parser);
    }
    parser.with_base_iri(base).map_err(|error| Failure::new(Outcome::Broken, error))
}

#[unsafe(no_mangle)]
pub extern "C" fn stemma_engine_open() -> *mut Store {
    catch_unwind(|| Store::new().map_or(null_mut(), |store| Box::into_raw(Box::new(store)))).unwrap_or(null_mut())
}

/// # Safety
/// `store` came from `stemma_engine_open` and is not used afterwards.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stemma_engine_close(store: *mut Store) {
    if !store.is_null() {
        let _ = catch_unwind(AssertUnwindSafe(|| drop(unsafe { Box::from_raw(store) })));
    }
}

/// # Safety
/// `store` came from `stemma_engine_open`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stemma_engine_quads(store: *const Store) -> u64 {
    catch_unwind(AssertUnwindSafe(|| unsafe { &*store }.len().unwrap_or(0) as u64)).unwrap_or(0)
}

/// # Safety
/// `text` came from this library, or is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stemma_engine_release(text: *mut c_char) {
    if !text.is_null() {
        drop(unsafe { CString::from_raw(text) });
    }
}

/// # Safety
/// As the header asks.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stemma_engine_load(store: *mut Store, data: Text, format: c_int, base: Text) -> Report {
    guarded(|| {
        let parser = parser(format, unsafe { base.text()? })?;
        Ok(unsafe { &*store }.load_from_slice(parser, unsafe { data.bytes() })?)
    })
}

/// # Safety
/// As the header asks.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stemma_engine_load_file(store: *mut Store, path: Text, format: c_int, base: Text) -> Report {
    guarded(|| {
        let parser = parser(format, unsafe { base.text()? })?;
        let path = unsafe { path.text()? };
        let file = File::open(path).map_err(|error| Failure::new(Outcome::File, format!("{path}: {error}")))?;
        Ok(unsafe { &*store }.load_from_reader(parser, file)?)
    })
}

/// # Safety
/// As the header asks.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stemma_engine_query(
    store: *const Store, query: Text, base: Text, solutions: c_int, graph: c_int, prefixes: Text, sink: Sink,
    context: *mut c_void, form: *mut c_int,
) -> Report {
    guarded(|| {
        let base = unsafe { base.text()? };
        let mut evaluator = SparqlEvaluator::new();
        if !base.is_empty() {
            evaluator = evaluator.with_base_iri(base).map_err(|error| Failure::new(Outcome::Broken, error))?;
        }
        let prepared = evaluator.parse_query(unsafe { query.text()? })?;
        let target = Target {
            solutions,
            graph,
            prefixes: unsafe { prefixes.text()? },
            form: unsafe { &mut *form },
            writer: SinkWriter { sink, context },
        };
        target.write(prepared.on_store(unsafe { &*store }).execute()?)
    })
}

/// # Safety
/// As the header asks.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stemma_engine_convert(
    answer: Text, from: c_int, to: c_int, prefixes: Text, sink: Sink, context: *mut c_void, form: *mut c_int,
) -> Report {
    guarded(|| {
        let target = Target {
            solutions: to,
            graph: to,
            prefixes: unsafe { prefixes.text()? },
            form: unsafe { &mut *form },
            writer: SinkWriter { sink, context },
        };
        target.convert(unsafe { answer.bytes() }, from)
    })
}

/// # Safety
/// As the header asks.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stemma_engine_parse(query: Text, base: Text, form: *mut c_int) -> Report {
    guarded(|| {
        let parsed = algebra::parse(unsafe { query.text()? }, unsafe { base.text()? })?;
        let found = match parsed {
            Query::Select { .. } => Form::Solutions,
            Query::Ask { .. } => Form::Boolean,
            Query::Construct { .. } | Query::Describe { .. } => Form::Graph,
        };
        unsafe { *form = found as c_int };
        Ok(())
    })
}

/// # Safety
/// As the header asks.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stemma_engine_algebra(
    query: Text, base: Text, from: Text, to: Text, out: *mut *mut c_char, exchanged: *mut usize,
) -> Report {
    guarded(|| {
        let (query, base) = unsafe { (query.text()?, base.text()?) };
        let (text, count) = algebra::text(query, base, unsafe { from.text()? }, unsafe { to.text()? })?;
        unsafe {
            *out = to_c(text);
            *exchanged = count;
        }
        Ok(())
    })
}
