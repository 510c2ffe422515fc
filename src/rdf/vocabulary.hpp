#pragma once
// The IRIs the program itself has to know. Nothing else in the C++ spells one out: what is not here is
// data of the domain pack.

#include <span>
#include <string_view>

namespace stemma::rdf {

struct Prefix {
  std::string_view name; // without the colon
  std::string_view iri;  // absolute; ends in '/', '#' or ':'
};

namespace stm {
#define STEMMA_NAMESPACE "https://w3id.org/stemma/ns#"
inline constexpr std::string_view base = STEMMA_NAMESPACE;
inline constexpr std::string_view Country = STEMMA_NAMESPACE "Country";
inline constexpr std::string_view Person = STEMMA_NAMESPACE "Person";
inline constexpr std::string_view Organisation = STEMMA_NAMESPACE "Organisation";
inline constexpr std::string_view Munition = STEMMA_NAMESPACE "Munition";
inline constexpr std::string_view Place = STEMMA_NAMESPACE "Place";
inline constexpr std::string_view NewsAgency = STEMMA_NAMESPACE "NewsAgency";
inline constexpr std::string_view Claim = STEMMA_NAMESPACE "Claim";
inline constexpr std::string_view ReportedEvent = STEMMA_NAMESPACE "ReportedEvent";
inline constexpr std::string_view Mention = STEMMA_NAMESPACE "Mention";
inline constexpr std::string_view Run = STEMMA_NAMESPACE "Run";
inline constexpr std::string_view Sentence = STEMMA_NAMESPACE "Sentence";
inline constexpr std::string_view refersTo = STEMMA_NAMESPACE "refersTo";
inline constexpr std::string_view mentionKind = STEMMA_NAMESPACE "mentionKind";
inline constexpr std::string_view byName = STEMMA_NAMESPACE "byName";
inline constexpr std::string_view byDemonym = STEMMA_NAMESPACE "byDemonym";
inline constexpr std::string_view bySeat = STEMMA_NAMESPACE "bySeat";
inline constexpr std::string_view byAcronym = STEMMA_NAMESPACE "byAcronym";
inline constexpr std::string_view byShortForm = STEMMA_NAMESPACE "byShortForm";
inline constexpr std::string_view byDescription = STEMMA_NAMESPACE "byDescription";
inline constexpr std::string_view byDesignation = STEMMA_NAMESPACE "byDesignation";
inline constexpr std::string_view inSentence = STEMMA_NAMESPACE "inSentence";
inline constexpr std::string_view linked = STEMMA_NAMESPACE "linked";
inline constexpr std::string_view country = STEMMA_NAMESPACE "country";
inline constexpr std::string_view alpha3 = STEMMA_NAMESPACE "alpha3";
inline constexpr std::string_view category = STEMMA_NAMESPACE "category";
inline constexpr std::string_view sipriCategory = STEMMA_NAMESPACE "sipriCategory";
inline constexpr std::string_view unrocaCategory = STEMMA_NAMESPACE "unrocaCategory";
inline constexpr std::string_view RegisterCategory = STEMMA_NAMESPACE "RegisterCategory";
inline constexpr std::string_view program = STEMMA_NAMESPACE "program";
inline constexpr std::string_view AttributionHop = STEMMA_NAMESPACE "AttributionHop";
inline constexpr std::string_view quantity = STEMMA_NAMESPACE "quantity";
inline constexpr std::string_view recordTerm = STEMMA_NAMESPACE "recordTerm";
inline constexpr std::string_view EventKind = STEMMA_NAMESPACE "EventKind";
inline constexpr std::string_view event = STEMMA_NAMESPACE "event";
inline constexpr std::string_view firstSide = STEMMA_NAMESPACE "firstSide";
inline constexpr std::string_view secondSide = STEMMA_NAMESPACE "secondSide";
inline constexpr std::string_view registered = STEMMA_NAMESPACE "registered";
inline constexpr std::string_view isAbout = STEMMA_NAMESPACE "isAbout";
inline constexpr std::string_view status = STEMMA_NAMESPACE "status";
inline constexpr std::string_view occurred = STEMMA_NAMESPACE "occurred";
inline constexpr std::string_view ongoing = STEMMA_NAMESPACE "ongoing";
inline constexpr std::string_view planned = STEMMA_NAMESPACE "planned";
inline constexpr std::string_view wanted = STEMMA_NAMESPACE "wanted";
inline constexpr std::string_view possible = STEMMA_NAMESPACE "possible";
inline constexpr std::string_view failed = STEMMA_NAMESPACE "failed";
inline constexpr std::string_view cancelled = STEMMA_NAMESPACE "cancelled";
inline constexpr std::string_view denied = STEMMA_NAMESPACE "denied";
inline constexpr std::string_view disputed = STEMMA_NAMESPACE "disputed";
inline constexpr std::string_view documentCount = STEMMA_NAMESPACE "documentCount";
inline constexpr std::string_view wireCount = STEMMA_NAMESPACE "wireCount";
inline constexpr std::string_view speakerCount = STEMMA_NAMESPACE "speakerCount";
inline constexpr std::string_view originCount = STEMMA_NAMESPACE "originCount";
inline constexpr std::string_view denyingOriginCount = STEMMA_NAMESPACE "denyingOriginCount";
inline constexpr std::string_view report = STEMMA_NAMESPACE "report";
inline constexpr std::string_view bound = STEMMA_NAMESPACE "bound";
inline constexpr std::string_view moreThan = STEMMA_NAMESPACE "moreThan";
inline constexpr std::string_view upTo = STEMMA_NAMESPACE "upTo";
inline constexpr std::string_view about = STEMMA_NAMESPACE "about";
inline constexpr std::string_view exactly = STEMMA_NAMESPACE "exactly";
inline constexpr std::string_view cumulative = STEMMA_NAMESPACE "cumulative";
inline constexpr std::string_view counts = STEMMA_NAMESPACE "counts";
inline constexpr std::string_view asserts = STEMMA_NAMESPACE "asserts";
inline constexpr std::string_view saidBy = STEMMA_NAMESPACE "saidBy";
inline constexpr std::string_view evidence = STEMMA_NAMESPACE "evidence";
inline constexpr std::string_view frame = STEMMA_NAMESPACE "frame";
inline constexpr std::string_view timeAsStated = STEMMA_NAMESPACE "timeAsStated";
inline constexpr std::string_view asStated = STEMMA_NAMESPACE "asStated";
inline constexpr std::string_view onTheWordOf = STEMMA_NAMESPACE "onTheWordOf";
inline constexpr std::string_view wire = STEMMA_NAMESPACE "wire";
inline constexpr std::string_view sourcePath = STEMMA_NAMESPACE "sourcePath";
inline constexpr std::string_view sourceField = STEMMA_NAMESPACE "sourceField";
inline constexpr std::string_view sha256 = STEMMA_NAMESPACE "sha256";
inline constexpr std::string_view retrieved = STEMMA_NAMESPACE "retrieved";
inline constexpr std::string_view textSha256 = STEMMA_NAMESPACE "textSha256";
inline constexpr std::string_view packHash = STEMMA_NAMESPACE "packHash";
inline constexpr std::string_view modelName = STEMMA_NAMESPACE "modelName";
inline constexpr std::string_view modelHash = STEMMA_NAMESPACE "modelHash";
inline constexpr std::string_view modelLicence = STEMMA_NAMESPACE "modelLicence";
inline constexpr std::string_view icuVersion = STEMMA_NAMESPACE "icuVersion";
inline constexpr std::string_view Origin = STEMMA_NAMESPACE "Origin";
inline constexpr std::string_view Disagreement = STEMMA_NAMESPACE "Disagreement";
inline constexpr std::string_view origin = STEMMA_NAMESPACE "origin";
inline constexpr std::string_view copyOf = STEMMA_NAMESPACE "copyOf";
inline constexpr std::string_view contradicts = STEMMA_NAMESPACE "contradicts";
inline constexpr std::string_view supersedes = STEMMA_NAMESPACE "supersedes";
inline constexpr std::string_view disagreesOn = STEMMA_NAMESPACE "disagreesOn";
inline constexpr std::string_view earlierClaim = STEMMA_NAMESPACE "earlierClaim";
inline constexpr std::string_view laterClaim = STEMMA_NAMESPACE "laterClaim";
inline constexpr std::string_view matchReason = STEMMA_NAMESPACE "matchReason";
inline constexpr std::string_view labelPattern = STEMMA_NAMESPACE "labelPattern";
inline constexpr std::string_view toldWithin = STEMMA_NAMESPACE "toldWithin";
inline constexpr std::string_view actsForState = STEMMA_NAMESPACE "actsForState";
inline constexpr std::string_view Change = STEMMA_NAMESPACE "Change";
inline constexpr std::string_view changeKind = STEMMA_NAMESPACE "changeKind";
inline constexpr std::string_view eventBefore = STEMMA_NAMESPACE "eventBefore";
inline constexpr std::string_view eventAfter = STEMMA_NAMESPACE "eventAfter";
inline constexpr std::string_view detail = STEMMA_NAMESPACE "detail";
inline constexpr std::string_view valueBefore = STEMMA_NAMESPACE "valueBefore";
inline constexpr std::string_view valueAfter = STEMMA_NAMESPACE "valueAfter";
inline constexpr std::string_view becameKnown = STEMMA_NAMESPACE "becameKnown";
inline constexpr std::string_view changed = STEMMA_NAMESPACE "changed";
inline constexpr std::string_view withdrawn = STEMMA_NAMESPACE "withdrawn";
inline constexpr std::string_view contradicted = STEMMA_NAMESPACE "contradicted";
#undef STEMMA_NAMESPACE
} // namespace stm

namespace sem {
#define STEMMA_NAMESPACE "http://semanticweb.cs.vu.nl/2009/11/sem/"
inline constexpr std::string_view base = STEMMA_NAMESPACE;
inline constexpr std::string_view Event = STEMMA_NAMESPACE "Event";
inline constexpr std::string_view Actor = STEMMA_NAMESPACE "Actor";
inline constexpr std::string_view hasActor = STEMMA_NAMESPACE "hasActor";
inline constexpr std::string_view hasPlace = STEMMA_NAMESPACE "hasPlace";
inline constexpr std::string_view hasTimeStamp = STEMMA_NAMESPACE "hasTimeStamp";
inline constexpr std::string_view hasEarliestBeginTimeStamp = STEMMA_NAMESPACE "hasEarliestBeginTimeStamp";
inline constexpr std::string_view hasLatestBeginTimeStamp = STEMMA_NAMESPACE "hasLatestBeginTimeStamp";
inline constexpr std::string_view hasEarliestEndTimeStamp = STEMMA_NAMESPACE "hasEarliestEndTimeStamp";
inline constexpr std::string_view hasLatestEndTimeStamp = STEMMA_NAMESPACE "hasLatestEndTimeStamp";
#undef STEMMA_NAMESPACE
} // namespace sem

namespace prov {
#define STEMMA_NAMESPACE "http://www.w3.org/ns/prov#"
inline constexpr std::string_view base = STEMMA_NAMESPACE;
inline constexpr std::string_view Activity = STEMMA_NAMESPACE "Activity";
inline constexpr std::string_view Entity = STEMMA_NAMESPACE "Entity";
inline constexpr std::string_view SoftwareAgent = STEMMA_NAMESPACE "SoftwareAgent";
inline constexpr std::string_view used = STEMMA_NAMESPACE "used";
inline constexpr std::string_view wasAttributedTo = STEMMA_NAMESPACE "wasAttributedTo";
inline constexpr std::string_view wasDerivedFrom = STEMMA_NAMESPACE "wasDerivedFrom";
inline constexpr std::string_view wasGeneratedBy = STEMMA_NAMESPACE "wasGeneratedBy";
inline constexpr std::string_view wasAssociatedWith = STEMMA_NAMESPACE "wasAssociatedWith";
#undef STEMMA_NAMESPACE
} // namespace prov

namespace schema {
#define STEMMA_NAMESPACE "https://schema.org/"
inline constexpr std::string_view base = STEMMA_NAMESPACE;
inline constexpr std::string_view Claim = STEMMA_NAMESPACE "Claim";
inline constexpr std::string_view Organization = STEMMA_NAMESPACE "Organization";
inline constexpr std::string_view NewsArticle = STEMMA_NAMESPACE "NewsArticle";
inline constexpr std::string_view PropertyValue = STEMMA_NAMESPACE "PropertyValue";
inline constexpr std::string_view QuantitativeValue = STEMMA_NAMESPACE "QuantitativeValue";
inline constexpr std::string_view minValue = STEMMA_NAMESPACE "minValue";
inline constexpr std::string_view maxValue = STEMMA_NAMESPACE "maxValue";
inline constexpr std::string_view unitText = STEMMA_NAMESPACE "unitText";
inline constexpr std::string_view datePublished = STEMMA_NAMESPACE "datePublished";
inline constexpr std::string_view dateline = STEMMA_NAMESPACE "dateline";
inline constexpr std::string_view inLanguage = STEMMA_NAMESPACE "inLanguage";
inline constexpr std::string_view name = STEMMA_NAMESPACE "name";
inline constexpr std::string_view headline = STEMMA_NAMESPACE "headline";
inline constexpr std::string_view url = STEMMA_NAMESPACE "url";
inline constexpr std::string_view publisher = STEMMA_NAMESPACE "publisher";
inline constexpr std::string_view author = STEMMA_NAMESPACE "author";
#undef STEMMA_NAMESPACE
} // namespace schema

namespace oa {
#define STEMMA_NAMESPACE "http://www.w3.org/ns/oa#"
inline constexpr std::string_view base = STEMMA_NAMESPACE;
inline constexpr std::string_view SpecificResource = STEMMA_NAMESPACE "SpecificResource";
inline constexpr std::string_view TextPositionSelector = STEMMA_NAMESPACE "TextPositionSelector";
inline constexpr std::string_view TextQuoteSelector = STEMMA_NAMESPACE "TextQuoteSelector";
inline constexpr std::string_view hasSource = STEMMA_NAMESPACE "hasSource";
inline constexpr std::string_view hasSelector = STEMMA_NAMESPACE "hasSelector";
inline constexpr std::string_view start = STEMMA_NAMESPACE "start";
inline constexpr std::string_view end = STEMMA_NAMESPACE "end";
inline constexpr std::string_view exact = STEMMA_NAMESPACE "exact";
inline constexpr std::string_view prefix = STEMMA_NAMESPACE "prefix";
inline constexpr std::string_view suffix = STEMMA_NAMESPACE "suffix";
#undef STEMMA_NAMESPACE
} // namespace oa

namespace skos {
#define STEMMA_NAMESPACE "http://www.w3.org/2004/02/skos/core#"
inline constexpr std::string_view base = STEMMA_NAMESPACE;
inline constexpr std::string_view Concept = STEMMA_NAMESPACE "Concept";
inline constexpr std::string_view ConceptScheme = STEMMA_NAMESPACE "ConceptScheme";
inline constexpr std::string_view prefLabel = STEMMA_NAMESPACE "prefLabel";
inline constexpr std::string_view altLabel = STEMMA_NAMESPACE "altLabel";
inline constexpr std::string_view hiddenLabel = STEMMA_NAMESPACE "hiddenLabel";
inline constexpr std::string_view definition = STEMMA_NAMESPACE "definition";
inline constexpr std::string_view notation = STEMMA_NAMESPACE "notation";
inline constexpr std::string_view note = STEMMA_NAMESPACE "note";
inline constexpr std::string_view example = STEMMA_NAMESPACE "example";
inline constexpr std::string_view scopeNote = STEMMA_NAMESPACE "scopeNote";
inline constexpr std::string_view broader = STEMMA_NAMESPACE "broader";
inline constexpr std::string_view narrower = STEMMA_NAMESPACE "narrower";
inline constexpr std::string_view related = STEMMA_NAMESPACE "related";
inline constexpr std::string_view inScheme = STEMMA_NAMESPACE "inScheme";
inline constexpr std::string_view topConceptOf = STEMMA_NAMESPACE "topConceptOf";
inline constexpr std::string_view hasTopConcept = STEMMA_NAMESPACE "hasTopConcept";
inline constexpr std::string_view exactMatch = STEMMA_NAMESPACE "exactMatch";
inline constexpr std::string_view closeMatch = STEMMA_NAMESPACE "closeMatch";
inline constexpr std::string_view broadMatch = STEMMA_NAMESPACE "broadMatch";
#undef STEMMA_NAMESPACE
} // namespace skos

namespace rdf {
#define STEMMA_NAMESPACE "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
inline constexpr std::string_view base = STEMMA_NAMESPACE;
inline constexpr std::string_view type = STEMMA_NAMESPACE "type";
inline constexpr std::string_view langString = STEMMA_NAMESPACE "langString";
inline constexpr std::string_view first = STEMMA_NAMESPACE "first";
inline constexpr std::string_view rest = STEMMA_NAMESPACE "rest";
inline constexpr std::string_view nil = STEMMA_NAMESPACE "nil";
inline constexpr std::string_view Property = STEMMA_NAMESPACE "Property";
#undef STEMMA_NAMESPACE
} // namespace rdf

namespace rdfs {
#define STEMMA_NAMESPACE "http://www.w3.org/2000/01/rdf-schema#"
inline constexpr std::string_view base = STEMMA_NAMESPACE;
inline constexpr std::string_view label = STEMMA_NAMESPACE "label";
inline constexpr std::string_view comment = STEMMA_NAMESPACE "comment";
inline constexpr std::string_view Class = STEMMA_NAMESPACE "Class";
inline constexpr std::string_view subClassOf = STEMMA_NAMESPACE "subClassOf";
inline constexpr std::string_view subPropertyOf = STEMMA_NAMESPACE "subPropertyOf";
inline constexpr std::string_view domain = STEMMA_NAMESPACE "domain";
inline constexpr std::string_view range = STEMMA_NAMESPACE "range";
inline constexpr std::string_view isDefinedBy = STEMMA_NAMESPACE "isDefinedBy";
inline constexpr std::string_view seeAlso = STEMMA_NAMESPACE "seeAlso";
#undef STEMMA_NAMESPACE
} // namespace rdfs

namespace xsd {
#define STEMMA_NAMESPACE "http://www.w3.org/2001/XMLSchema#"
inline constexpr std::string_view base = STEMMA_NAMESPACE;
inline constexpr std::string_view string = STEMMA_NAMESPACE "string";
inline constexpr std::string_view integer = STEMMA_NAMESPACE "integer";
inline constexpr std::string_view decimal = STEMMA_NAMESPACE "decimal";
inline constexpr std::string_view double_ = STEMMA_NAMESPACE "double";
inline constexpr std::string_view float_ = STEMMA_NAMESPACE "float";
inline constexpr std::string_view boolean = STEMMA_NAMESPACE "boolean";
inline constexpr std::string_view date = STEMMA_NAMESPACE "date";
inline constexpr std::string_view dateTime = STEMMA_NAMESPACE "dateTime";
inline constexpr std::string_view time = STEMMA_NAMESPACE "time";
inline constexpr std::string_view gYear = STEMMA_NAMESPACE "gYear";
inline constexpr std::string_view gYearMonth = STEMMA_NAMESPACE "gYearMonth";
inline constexpr std::string_view anyURI = STEMMA_NAMESPACE "anyURI";
inline constexpr std::string_view int_ = STEMMA_NAMESPACE "int";
inline constexpr std::string_view long_ = STEMMA_NAMESPACE "long";
inline constexpr std::string_view nonNegativeInteger = STEMMA_NAMESPACE "nonNegativeInteger";
inline constexpr std::string_view positiveInteger = STEMMA_NAMESPACE "positiveInteger";
#undef STEMMA_NAMESPACE
} // namespace xsd

namespace owl {
#define STEMMA_NAMESPACE "http://www.w3.org/2002/07/owl#"
inline constexpr std::string_view base = STEMMA_NAMESPACE;
inline constexpr std::string_view Ontology = STEMMA_NAMESPACE "Ontology";
inline constexpr std::string_view Class = STEMMA_NAMESPACE "Class";
inline constexpr std::string_view ObjectProperty = STEMMA_NAMESPACE "ObjectProperty";
inline constexpr std::string_view DatatypeProperty = STEMMA_NAMESPACE "DatatypeProperty";
inline constexpr std::string_view versionInfo = STEMMA_NAMESPACE "versionInfo";
inline constexpr std::string_view sameAs = STEMMA_NAMESPACE "sameAs";
inline constexpr std::string_view deprecated = STEMMA_NAMESPACE "deprecated";
inline constexpr std::string_view inverseOf = STEMMA_NAMESPACE "inverseOf";
#undef STEMMA_NAMESPACE
} // namespace owl

namespace dcterms {
#define STEMMA_NAMESPACE "http://purl.org/dc/terms/"
inline constexpr std::string_view base = STEMMA_NAMESPACE;
inline constexpr std::string_view title = STEMMA_NAMESPACE "title";
inline constexpr std::string_view description = STEMMA_NAMESPACE "description";
inline constexpr std::string_view creator = STEMMA_NAMESPACE "creator";
inline constexpr std::string_view license = STEMMA_NAMESPACE "license";
inline constexpr std::string_view rights = STEMMA_NAMESPACE "rights";
inline constexpr std::string_view source = STEMMA_NAMESPACE "source";
inline constexpr std::string_view created = STEMMA_NAMESPACE "created";
inline constexpr std::string_view modified = STEMMA_NAMESPACE "modified";
inline constexpr std::string_view identifier = STEMMA_NAMESPACE "identifier";
#undef STEMMA_NAMESPACE
} // namespace dcterms

namespace sh {
#define STEMMA_NAMESPACE "http://www.w3.org/ns/shacl#"
inline constexpr std::string_view base = STEMMA_NAMESPACE;
inline constexpr std::string_view NodeShape = STEMMA_NAMESPACE "NodeShape";
inline constexpr std::string_view PropertyShape = STEMMA_NAMESPACE "PropertyShape";
inline constexpr std::string_view targetClass = STEMMA_NAMESPACE "targetClass";
inline constexpr std::string_view path = STEMMA_NAMESPACE "path";
#undef STEMMA_NAMESPACE
} // namespace sh

namespace void_ {
#define STEMMA_NAMESPACE "http://rdfs.org/ns/void#"
inline constexpr std::string_view base = STEMMA_NAMESPACE;
inline constexpr std::string_view Dataset = STEMMA_NAMESPACE "Dataset";
inline constexpr std::string_view triples = STEMMA_NAMESPACE "triples";
#undef STEMMA_NAMESPACE
} // namespace void_

namespace dcat {
#define STEMMA_NAMESPACE "http://www.w3.org/ns/dcat#"
inline constexpr std::string_view base = STEMMA_NAMESPACE;
inline constexpr std::string_view Dataset = STEMMA_NAMESPACE "Dataset";
inline constexpr std::string_view distribution = STEMMA_NAMESPACE "distribution";
#undef STEMMA_NAMESPACE
} // namespace dcat

namespace foaf {
#define STEMMA_NAMESPACE "http://xmlns.com/foaf/0.1/"
inline constexpr std::string_view base = STEMMA_NAMESPACE;
inline constexpr std::string_view page = STEMMA_NAMESPACE "page";
#undef STEMMA_NAMESPACE
} // namespace foaf

namespace wd {
#define STEMMA_NAMESPACE "http://www.wikidata.org/entity/"
inline constexpr std::string_view base = STEMMA_NAMESPACE;
#undef STEMMA_NAMESPACE
} // namespace wd

namespace lexicon {
inline constexpr std::string_view country = "https://w3id.org/stemma/lexicon/country/";
inline constexpr std::string_view person = "https://w3id.org/stemma/lexicon/person/";
inline constexpr std::string_view organisation = "https://w3id.org/stemma/lexicon/organisation/";
inline constexpr std::string_view munition = "https://w3id.org/stemma/lexicon/munition/";
inline constexpr std::string_view place = "https://w3id.org/stemma/lexicon/place/";
} // namespace lexicon

inline constexpr std::string_view pack_base = "https://w3id.org/stemma/pack/"; // parts of the program's own pack
inline constexpr std::string_view frames_base = "https://w3id.org/stemma/frames/";
inline constexpr std::string_view default_base = "https://w3id.org/stemma/id/"; // of the ids in a result

// The prefixes every result declares, in the order they are written.
inline constexpr Prefix standard_prefix_table[] = {
    {"stm", stm::base},
    {"sem", sem::base},
    {"prov", prov::base},
    {"schema", schema::base},
    {"oa", oa::base},
    {"skos", skos::base},
    {"rdf", rdf::base},
    {"rdfs", rdfs::base},
    {"xsd", xsd::base},
    {"owl", owl::base},
    {"dcterms", dcterms::base},
    {"country", lexicon::country},
    {"person", lexicon::person},
    {"organisation", lexicon::organisation},
    {"munition", lexicon::munition},
    {"place", lexicon::place},
};
inline constexpr std::span<const Prefix> standard_prefixes{standard_prefix_table};

} // namespace stemma::rdf
