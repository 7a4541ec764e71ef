internal import Formats
internal import RecordModel

/// Findings as SARIF 2.1.0, which code hosts and editors read.
enum SARIFReport {
    /// The report as JSON.
    static func value(_ report: ValidationReport) -> Value {
        let diagnostics = report.diagnostics
        var codes: [Diagnostic.Code] = []
        for diagnostic in diagnostics where !codes.contains(diagnostic.code) {
            codes.append(diagnostic.code)
        }
        codes.sort { $0.rawValue < $1.rawValue }
        let prints = Fingerprint.all(of: diagnostics)
        let results = diagnostics.indices.map { index in
            result(
                diagnostics[index], fingerprint: prints[index], codes: codes,
                replacements: report.replacements[index] ?? [])
        }
        return [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                [
                    "tool": [
                        "driver": [
                            "name": "labfolio",
                            "semanticVersion": .string(Labfolio.version),
                            "rules": .list(codes.map(rule)),
                        ]
                    ],
                    "columnKind": "unicodeCodePoints",
                    "results": .list(results),
                ]
            ],
        ]
    }

    private static func rule(_ code: Diagnostic.Code) -> Value {
        var rule: Mapping = Mapping()
        rule["id"] = .string(code.rawValue)
        guard let explanation = Explanation.of(code) else { return .mapping(rule) }
        rule["shortDescription"] = ["text": .string(explanation.summary)]
        rule["fullDescription"] = ["text": .string(explanation.reason)]
        let help = explanation.reason + "\n\n" + explanation.remedy
        let examples = [("Wrong:", explanation.bad), ("Right:", explanation.good)]
        let markdown = examples.reduce(help) { text, example in
            example.1.map { "\(text)\n\n\(example.0)\n\n```yaml\n\($0)\n```" } ?? text
        }
        rule["help"] = ["text": .string(help), "markdown": .string(markdown)]
        return .mapping(rule)
    }

    private static func result(
        _ diagnostic: Diagnostic, fingerprint: String, codes: [Diagnostic.Code],
        replacements: [ValidationReport.FileReplacement]
    ) -> Value {
        let level = diagnostic.severity == .note ? "note" : diagnostic.severity.rawValue
        var location = Mapping()
        location["physicalLocation"] = physical(
            file: diagnostic.reportedFile, diagnostic.location, line: diagnostic.line)
        if let path = diagnostic.path {
            location["logicalLocations"] = [
                [
                    "fullyQualifiedName": .string((diagnostic.profile ?? "") + path.description),
                    "kind": "member",
                ]
            ]
        }
        let hint = diagnostic.hint.map { ". \($0)" } ?? ""
        var result = Mapping()
        result["ruleId"] = .string(diagnostic.code.rawValue)
        result["ruleIndex"] = .number(Number(codes.firstIndex(of: diagnostic.code) ?? 0))
        result["level"] = .string(level)
        result["message"] = ["text": .string(diagnostic.message + hint)]
        result["locations"] = [.mapping(location)]
        let related = diagnostic.related.filter { $0.location != nil }
        if !related.isEmpty {
            result["relatedLocations"] = .list(
                related.enumerated().map { index, place in
                    [
                        "id": .number(Number(index + 1)),
                        "physicalLocation": physical(
                            file: place.location?.file ?? "", place.location, line: place.line),
                        "message": ["text": .string(place.message)],
                    ]
                })
        }
        result["partialFingerprints"] = ["labfolioField/v1": .string(fingerprint)]
        if let fix = diagnostic.fix, !replacements.isEmpty {
            result["fixes"] = [self.fix(fix, replacements)]
        }
        return .mapping(result)
    }

    private static func fix(
        _ fix: Fix, _ replacements: [ValidationReport.FileReplacement]
    ) -> Value {
        [
            "description": ["text": .string(fix.summary)],
            "artifactChanges": .list(
                replacements.map { replacement in
                    [
                        "artifactLocation": ["uri": .string(uri(replacement.file))],
                        "replacements": .list(replacement.changes.map(change)),
                    ]
                }),
        ]
    }

    /// Whole lines, from the start of the first one to the start of the one behind the last.
    private static func change(_ change: UnifiedDiff.Replacement) -> Value {
        [
            "deletedRegion": [
                "startLine": .number(Number(change.lines.lowerBound + 1)), "startColumn": 1,
                "endLine": .number(Number(change.lines.upperBound + 1)), "endColumn": 1,
            ],
            "insertedContent": ["text": .string(change.text)],
        ]
    }

    private static func physical(
        file: String, _ location: SourceLocation?, line: String?
    ) -> Value {
        var physical = Mapping()
        physical["artifactLocation"] = ["uri": .string(uri(file))]
        if let location {
            var region = Mapping()
            region["startLine"] = .number(Number(location.line))
            region["startColumn"] = .number(Number(location.column))
            if let line {
                let length = SourceSpan.length(in: line, from: location.column)
                region["endColumn"] = .number(Number(location.column + length))
            }
            physical["region"] = .mapping(region)
        }
        return .mapping(physical)
    }

    /// A path as a relative reference: every byte that has a meaning there is escaped.
    private static func uri(_ path: String) -> String {
        var result = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let hex = String(byte, radix: 16, uppercase: true)
                result += "%" + (hex.count < 2 ? "0" : "") + hex
            }
        }
        return result
    }
}
