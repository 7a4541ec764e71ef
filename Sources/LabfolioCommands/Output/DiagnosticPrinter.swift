internal import Formats
internal import RecordModel

/// Prints findings: the only place that decides how one looks.
struct DiagnosticPrinter {
    let style: Style
    /// The longest line that is shown whole, in characters.
    private static let columns = 100

    /// A finding for a person: place, severity, message and code on one line that editors turn
    /// into a link; the line itself with a caret below; then what to do.
    func text(_ diagnostic: Diagnostic) -> String {
        let role: Style.Role =
            switch diagnostic.severity {
            case .error: .error
            case .warning: .warning
            case .note: .note
            }
        var text = ""
        if let location = diagnostic.location {
            // A finding about a whole file needs no line.
            let isWhole = diagnostic.line == nil && location.line == 1 && location.column == 1
            let place = VisibleText.of(isWhole ? location.file : location.description)
            text += style.text(place, .strong) + ": "
        } else if let profile = diagnostic.profile {
            text += style.text(profile, .strong) + ": "
        }
        text += style.text(diagnostic.severity.rawValue, role) + ": "
        text += VisibleText.line(diagnostic.message) + " [\(diagnostic.code.rawValue)]\n"
        if let line = diagnostic.line, let location = diagnostic.location {
            text += snippet(line, location, role)
        }
        if let hint = diagnostic.hint {
            text += "    " + style.text("hint:", .strong) + " \(VisibleText.line(hint))\n"
        }
        return text
    }

    /// The line with a caret under the column; of a long one the part around it.
    private func snippet(
        _ line: String, _ location: SourceLocation, _ role: Style.Role
    ) -> String {
        let number = String(location.line)
        let margin = String(repeating: " ", count: number.count)
        let scalars = Array(line.unicodeScalars)
        let column = min(location.column - 1, scalars.count)
        let start = scalars.count > Self.columns ? max(0, column - Self.columns / 2) : 0
        let end = min(scalars.count, start + Self.columns)
        var (shown, space) = (start > 0 ? "…" : "", start > 0 ? " " : "")
        for (index, scalar) in scalars[start..<end].enumerated() {
            shown.unicodeScalars.append(scalar)
            guard start + index < column else { continue }
            // A tab stays a tab in both lines, so that the caret stands where it should.
            space += scalar == "\t" ? "\t" : width(of: scalar)
        }
        if end < scalars.count { shown += "…" }
        return style.text("    \(number) | ", .faint) + VisibleText.of(shown) + "\n"
            + style.text("    \(margin) | ", .faint) + space + style.text("^", role) + "\n"
    }

    /// The blanks that are as wide as a character: Han, kana, hangul and emoji take two columns,
    /// marks that join the character before them none.
    private func width(of scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
            0x20000...0x3FFFD:
            "  "
        case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: ""
        default: " "
        }
    }

    /// The findings of a whole run as one value (design: JSON shapes).
    static func json(_ diagnostics: [Diagnostic]) -> Value {
        .list(
            diagnostics.map { diagnostic in
                [
                    "code": .string(diagnostic.code.rawValue),
                    "severity": .string(diagnostic.severity.rawValue),
                    "message": .string(diagnostic.message),
                    "hint": diagnostic.hint.map(Value.string) ?? .null,
                    "profile": diagnostic.profile.map(Value.string) ?? .null,
                    "path": (diagnostic.path?.description).map(Value.string) ?? .null,
                    "file": (diagnostic.location?.file).map(Value.string) ?? .null,
                    "line": (diagnostic.location?.line).map { .number(Number($0)) } ?? .null,
                    "column": (diagnostic.location?.column).map { .number(Number($0)) } ?? .null,
                ]
            })
    }

    /// A finding as a command of GitHub Actions, which shows it beside the line.
    static func github(_ diagnostic: Diagnostic) -> String {
        var properties: [String] = []
        if let location = diagnostic.location {
            properties.append("file=" + property(location.file))
            properties.append("line=\(location.line)")
            properties.append("col=\(location.column)")
        }
        properties.append("title=" + property(diagnostic.code.rawValue))
        let level = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
        let message = diagnostic.message + (diagnostic.hint.map { "\n" + $0 } ?? "")
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
