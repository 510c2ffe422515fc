//! A parsed query as comparable text, and the exchange of one ground term in it.

use crate::report::{Failure, Outcome};
use oxigraph::model::Term;
use spargebra::{Query, SparqlParser};
use std::collections::HashMap;
use std::str::FromStr;

pub fn parse(query: &str, base: &str) -> Result<Query, Failure> {
    let mut parser = SparqlParser::new();
    if !base.is_empty() {
        parser = parser.with_base_iri(base).map_err(|error| Failure::new(Outcome::Broken, error))?;
    }
    Ok(parser.parse_query(query)?)
}

/// The text, and how many times `from` was exchanged for `to`.
pub fn text(query: &str, base: &str, from: &str, to: &str) -> Result<(String, usize), Failure> {
    let algebra = number_invented_names(&format!("{:?}", parse(query, base)?));
    if from.is_empty() {
        return Ok((algebra, 0));
    }
    let (from, to) = (debug_of(from)?, debug_of(to)?);
    Ok((algebra.replace(&from, &to), algebra.matches(&from).count()))
}

/// How a term of an N-Triples line looks inside the algebra.
fn debug_of(term: &str) -> Result<String, Failure> {
    match Term::from_str(term) {
        Ok(Term::NamedNode(node)) => Ok(format!("{node:?}")),
        Ok(Term::Literal(literal)) => Ok(format!("{literal:?}")),
        Ok(term) => Err(Failure::new(Outcome::Broken, format!("{term} is not a ground term"))),
        Err(error) => Err(Failure::new(Outcome::Broken, error)),
    }
}

/// The parser names the variables and blank nodes that it adds by random numbers; here they count up in order of
/// appearance.
fn number_invented_names(algebra: &str) -> String {
    const OPENINGS: [(&str, &str); 2] = [("Variable { name: \"", "\""), ("Anonymous { id: ", " }")];
    let mut numbers = HashMap::new();
    let mut out = String::with_capacity(algebra.len());
    let mut rest = algebra;
    while let Some((found, opening, closing)) =
        OPENINGS.iter().filter_map(|(opening, closing)| Some((rest.find(opening)?, opening, closing))).min()
    {
        let (before, after) = rest.split_at(found + opening.len());
        out.push_str(before);
        let (name, after) = after.split_at(after.find(closing).unwrap_or(after.len()));
        if is_invented(name) {
            let next = numbers.len();
            let number = *numbers.entry(name).or_insert(next);
            out.push_str(&format!("invented {number}"));
        } else {
            out.push_str(name);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

fn is_invented(name: &str) -> bool {
    name.starts_with('[') || (name.len() >= 24 && name.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
