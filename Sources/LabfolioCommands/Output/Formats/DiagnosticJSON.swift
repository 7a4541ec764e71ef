internal import RecordModel

/// Findings as values, for programs (design: JSON shapes).
enum DiagnosticJSON {
    /// The findings of a whole run, in their order.
    static func list(_ diagnostics: [Diagnostic]) -> Value {
        .list(
            zip(diagnostics, Fingerprint.all(of: diagnostics)).map { diagnostic, fingerprint in
                [
                    "code": .string(diagnostic.code.rawValue),
                    "severity": .string(diagnostic.severity.rawValue),
                    "message": .string(diagnostic.message),
                    "hint": text(diagnostic.hint),
                    "profile": text(diagnostic.profile),
                    "path": text(diagnostic.path?.description),
                    "file": text(diagnostic.location?.file),
                    "line": number(diagnostic.location?.line),
                    "column": number(diagnostic.location?.column),
                    "fingerprint": .string(fingerprint),
                    "related": .list(diagnostic.related.map(related)),
                    "fix": diagnostic.fix.map(fix) ?? .null,
                ]
            })
    }

    private static func related(_ place: RelatedPlace) -> Value {
        [
            "message": .string(place.message),
            "profile": text(place.profile),
            "path": text(place.path?.description),
            "file": text(place.location?.file),
            "line": number(place.location?.line),
            "column": number(place.location?.column),
        ]
    }

    private static func fix(_ fix: Fix) -> Value {
        ["summary": .string(fix.summary), "safe": .bool(fix.isSafe)]
    }

    private static func text(_ text: String?) -> Value { text.map(Value.string) ?? .null }

    private static func number(_ number: Int?) -> Value {
        number.map { .number(Number($0)) } ?? .null
    }
}
