internal import RecordModel

/// How the words of a schema are read: its draft, and the vocabularies that its metaschema takes
/// in.
struct Dialect: Hashable, Sendable {
    /// A version of the specification.
    enum Draft: Int, Comparable, Sendable {
        case draft7
        case draft2019
        case draft2020

        static func < (first: Draft, second: Draft) -> Bool { first.rawValue < second.rawValue }
    }

    /// A set of keywords that a metaschema takes in as a whole (2020-12, 8.1.2).
    enum Vocabulary: String, CaseIterable, Sendable {
        case core
        case applicator
        case unevaluated
        case validation
        case metaData = "meta-data"
        case formatAnnotation = "format-annotation"
        case formatAssertion = "format-assertion"
        case content
    }

    let draft: Draft
    private(set) var vocabularies: Set<Vocabulary>

    /// The dialect of the specification's own metaschema.
    init(_ draft: Draft) {
        self.draft = draft
        vocabularies = Set(Vocabulary.allCases).subtracting([.formatAssertion])
    }

    /// The dialect that a URI names, nil where it names none of the specification's.
    init?(uri: String) {
        switch Self.withoutFragment(uri) {
        case "http://json-schema.org/draft-07/schema", "https://json-schema.org/draft-07/schema":
            self.init(.draft7)
        case "https://json-schema.org/draft/2019-09/schema": self.init(.draft2019)
        case "https://json-schema.org/draft/2020-12/schema": self.init(.draft2020)
        default: return nil
        }
    }

    /// The dialect of a metaschema that lists its vocabularies.
    ///
    /// - Throws: The URI of a vocabulary that has to be understood and is not.
    init(_ draft: Draft, vocabularies listed: Mapping) throws(UnknownVocabulary) {
        self.init(draft)
        vocabularies = [.core]
        for entry in listed.entries {
            guard let one = Self.vocabulary(entry.key) else {
                if entry.value == .bool(true) { throw UnknownVocabulary(uri: entry.key) }
                continue
            }
            vocabularies.formUnion(one)
        }
    }

    struct UnknownVocabulary: Error {
        let uri: String
    }

    private static func vocabulary(_ uri: String) -> Set<Vocabulary>? {
        let root = "https://json-schema.org/draft/"
        guard uri.hasPrefix(root) else { return nil }
        switch uri.dropFirst(root.count) {
        case "2019-09/vocab/applicator": return [.applicator, .unevaluated]
        case "2019-09/vocab/format": return [.formatAnnotation]
        case let rest:
            let parts = rest.split(separator: "/vocab/")
            guard parts.count == 2, ["2019-09", "2020-12"].contains(parts[0]) else { return nil }
            return Vocabulary(rawValue: String(parts[1])).map { [$0] }
        }
    }

    /// Whether the dialect itself demands that formats are kept.
    var assertsFormats: Bool { vocabularies.contains(.formatAssertion) }

    /// Whether a keyword decides over instances here.
    func knows(_ keyword: String) -> Bool {
        guard let home = SchemaKeywords.home[keyword] else { return false }
        return draft >= home.since && draft <= home.until && vocabularies.contains(home.vocabulary)
    }

    /// Whether the keywords beside a `$ref` are passed over.
    var ignoresSiblings: Bool { draft == .draft7 }

    /// The URI that a schema gives itself, nil where it has none of its own.
    func identity(of schema: Value) -> String? {
        guard let id = schema["$id"]?.string else { return nil }
        if draft == .draft7 {
            if id.hasPrefix("#") || schema["$ref"] != nil { return nil }
        }
        return id
    }

    /// The names by which a schema within a resource can be referred to.
    func anchors(of schema: Mapping) -> (plain: [String], dynamic: [String]) {
        switch draft {
        case .draft7:
            guard let id = schema["$id"]?.string, id.hasPrefix("#"), schema["$ref"] == nil else {
                return ([], [])
            }
            return ([String(id.dropFirst())], [])
        case .draft2019:
            // The one name that a recursive reference can have.
            let recursive = schema["$recursiveAnchor"] == .bool(true) ? [Self.recursive] : []
            return ([schema["$anchor"]?.string].compactMap { $0 }, recursive)
        case .draft2020:
            let dynamic = [schema["$dynamicAnchor"]?.string].compactMap { $0 }
            return ([schema["$anchor"]?.string].compactMap { $0 } + dynamic, dynamic)
        }
    }

    /// What `$recursiveAnchor` is called among the dynamic anchors; no anchor can look like it.
    static let recursive = "#"

    static func withoutFragment(_ uri: String) -> String {
        uri.hasSuffix("#") ? String(uri.dropLast()) : uri
    }
}
