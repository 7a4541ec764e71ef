/// One finding about data: what is wrong, where, and what to do about it.
///
/// A diagnostic is also an error, so that a parser which cannot go on throws exactly one. It never
/// holds more of the input than a line, so that a hostile file does not end up in a log.
public struct Diagnostic: Error, Hashable, Sendable {
    /// How bad a finding is.
    public enum Severity: String, Hashable, Sendable, CaseIterable {
        /// The data may not be committed.
        case error
        /// The data may be committed, but a person should look.
        case warning
        /// For information.
        case note
    }

    /// The stable name of a kind of finding: module first, then kebab-case.
    ///
    /// Each code is declared as a static member in the file that reports it.
    public struct Code: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
        /// The name, such as `yaml.duplicate-key`.
        public let rawValue: String

        /// Makes a code of its name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Makes a code of its name.
        public init(stringLiteral value: String) { self.init(rawValue: value) }
    }

    /// What kind of finding this is.
    public var code: Code
    /// How bad it is.
    public var severity: Severity
    /// What is wrong, as a sentence.
    public var message: String
    /// What to do about it, as a sentence.
    public var hint: String?
    /// The id of the profile that the finding is about.
    public var profile: String?
    /// The field that the finding is about, from the root of the record.
    public var path: FieldPath?
    /// Whether `path` is about the key itself (an unknown key), not about its value.
    public var isAboutKey: Bool
    /// Where in a file the finding is.
    public var location: SourceLocation?
    /// The line that the finding points into, without its line break, cut to a bounded length.
    public var line: String?
    /// Other places that the finding speaks of.
    public var related: [RelatedPlace]
    /// A way to mend it by a program.
    public var fix: Fix?

    /// Makes a finding.
    public init(
        _ code: Code, _ message: String, severity: Severity = .error, hint: String? = nil,
        profile: String? = nil, path: FieldPath? = nil, isAboutKey: Bool = false,
        location: SourceLocation? = nil, related: [RelatedPlace] = [], fix: Fix? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.hint = hint
        self.profile = profile
        self.path = path
        self.isAboutKey = isAboutKey
        self.location = location
        self.related = related
        self.fix = fix
    }
}

extension Diagnostic {
    /// Returns the finding about a part of a value as one about the whole: its paths, those of the
    /// places that it names and of its fix begin with a step more.
    public func within(_ step: String) -> Diagnostic {
        let outer = FieldPath(steps: [step])
        var result = self
        result.path = outer.appending(path ?? .root)
        for index in related.indices {
            result.related[index].path = related[index].path.map(outer.appending)
        }
        for index in fix?.edits.indices ?? 0..<0 {
            guard let inner = fix?.edits[index].path else { continue }
            result.fix?.edits[index].path = outer.appending(inner)
        }
        return result
    }
}

extension Diagnostic: Comparable {
    /// Orders findings as people read them: by file, place, code, message.
    public static func < (first: Diagnostic, second: Diagnostic) -> Bool {
        let places = (first.location, second.location)
        switch places {
        case (let one?, let two?) where one != two: return one < two
        case (nil, _?): return true
        case (_?, nil): return false
        default: break
        }
        return (first.code.rawValue, first.path?.description ?? "", first.message)
            < (second.code.rawValue, second.path?.description ?? "", second.message)
    }
}
