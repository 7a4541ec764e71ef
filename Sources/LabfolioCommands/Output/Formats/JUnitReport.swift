internal import Formats
internal import RecordModel

/// Findings as a JUnit report, which nearly every CI system shows.
///
/// Each profile is a suite. An error is a case that failed; a warning is one that passed and has
/// something to say; a profile without findings is one case that passed.
enum JUnitReport {
    /// The report as XML.
    static func text(_ report: ValidationReport) -> String {
        var groups: [String: [Diagnostic]] = [:]
        for diagnostic in report.diagnostics {
            groups[diagnostic.profile ?? "", default: []].append(diagnostic)
        }
        var suites = ""
        var total = 0
        for name in [""] + report.profiles.map(\.text) {
            let found = groups[name] ?? []
            if name.isEmpty, found.isEmpty { continue }
            let failures = found.count { $0.severity == .error }
            let tests = max(1, found.count)
            total += tests
            let title = escaped(name.isEmpty ? "store" : name)
            suites +=
                "  <testsuite name=\"\(title)\" tests=\"\(tests)\" failures=\"\(failures)\""
                + " errors=\"0\" skipped=\"0\">\n"
            suites += found.map { testcase($0, suite: title) }.joined()
            if found.isEmpty {
                suites += "    <testcase classname=\"\(title)\" name=\"valid\"/>\n"
            }
            suites += "  </testsuite>\n"
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<testsuites name=\"labfolio validate\" tests=\"\(total)\""
            + " failures=\"\(report.errors)\" errors=\"0\">\n"
            + suites + "</testsuites>\n"
    }

    private static func testcase(_ diagnostic: Diagnostic, suite: String) -> String {
        let path = diagnostic.path.map { " \($0)" } ?? ""
        let name = escaped(diagnostic.code.rawValue + path)
        var attributes = "classname=\"\(suite)\" name=\"\(name)\""
        if let location = diagnostic.location {
            attributes += " file=\"\(escaped(location.file))\" line=\"\(location.line)\""
        }
        let text = escaped(DiagnosticPrinter(style: Style(isOn: false)).text(diagnostic))
        let message = escaped(VisibleText.line(diagnostic.message))
        let content =
            diagnostic.severity == .error
            ? "<failure message=\"\(message)\" type=\"\(diagnostic.code.rawValue)\">\(text)</failure>"
            : "<system-out>\(text)</system-out>"
        return "    <testcase \(attributes)>\(content)</testcase>\n"
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in VisibleText.of(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t": result += "&#9;"
            // Not a character to XML.
            case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
