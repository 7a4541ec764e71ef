internal import RecordModel

/// Findings as commands of GitHub Actions, which shows them beside the lines of a change.
enum GitHubReport {
    /// One finding on one line.
    static func line(_ diagnostic: Diagnostic) -> String {
        var properties: [String] = []
        if let location = diagnostic.location {
            properties.append("file=" + property(location.file))
            properties.append("line=\(location.line)")
            properties.append("col=\(location.column)")
            if let line = diagnostic.line {
                let length = SourceSpan.length(in: line, from: location.column)
                properties.append("endColumn=\(location.column + length)")
            }
        }
        properties.append("title=" + property(diagnostic.code.rawValue))
        let level = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
        var message = diagnostic.message
        for related in diagnostic.related {
            message += "\n" + related.message + (related.location.map { ": \($0)" } ?? "")
        }
        if let hint = diagnostic.hint { message += "\n" + hint }
        return "::\(level) \(properties.joined(separator: ","))::\(escaped(message))\n"
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in VisibleText.of(text).unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func property(_ text: String) -> String {
        var result = ""
        for scalar in escaped(text).unicodeScalars {
            switch scalar {
            case ":": result += "%3A"
            case ",": result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
