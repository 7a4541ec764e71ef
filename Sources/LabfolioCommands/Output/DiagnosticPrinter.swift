internal import RecordModel

/// Prints findings for people: the only place that decides how one looks.
///
/// The form is rustc's, which people and editors know: code and message, the place, the line with
/// marks under what is meant, then notes and help.
struct DiagnosticPrinter {
    let style: Style

    /// A finding for a person, ended by a blank line.
    func text(_ diagnostic: Diagnostic) -> String {
        let role: Style.Role =
            switch diagnostic.severity {
            case .error: .error
            case .warning: .warning
            case .note: .note
            }
        let lines = [diagnostic.location?.line] + diagnostic.related.map { $0.location?.line }
        let width = lines.compactMap { $0.map { String($0).count } }.max() ?? 1
        var text = style.text("\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]", role)
        text += style.text(": " + VisibleText.line(diagnostic.message), .strong) + "\n"
        if let place = Self.place(of: diagnostic) {
            text += spaces(width) + style.text("--> ", .faint) + place + "\n"
        }
        if let line = diagnostic.line, let location = diagnostic.location {
            text += bar(width) + "\n" + snippet(line, location, "^", role, width)
        }
        for related in diagnostic.related { text += note(related, width) }
        if let hint = diagnostic.hint { text += remark("help", VisibleText.line(hint), width) }
        if let advice = advice(on: diagnostic) { text += remark("help", advice, width) }
        return text + "\n"
    }

    /// What a fix would do, where the hint does not name the word already.
    private func advice(on diagnostic: Diagnostic) -> String? {
        guard let fix = diagnostic.fix else { return nil }
        let words = fix.summary.split(separator: "`", omittingEmptySubsequences: false)
        if words.count > 2, let hint = diagnostic.hint, hint.contains("`\(words[words.count - 2])`")
        {
            return nil
        }
        let command = "labfolio validate --fix" + (fix.isSafe ? "" : " --unsafe")
        return VisibleText.line("\(fix.summary): \(command)")
    }

    /// Where a finding is; a finding about a whole file needs no line.
    private static func place(of diagnostic: Diagnostic) -> String? {
        if let location = diagnostic.location {
            let isWhole = diagnostic.line == nil && location.line == 1 && location.column == 1
            return VisibleText.of(isWhole ? location.file : location.description)
        }
        let path = (diagnostic.path?.description ?? "")
        return diagnostic.profile.map { VisibleText.line(path.isEmpty ? $0 : "\($0) \(path)") }
    }

    /// Another place, with the line that stands there.
    private func note(_ related: RelatedPlace, _ width: Int) -> String {
        var place = related.location.map { VisibleText.of($0.description) }
        if place == nil {
            let names = [related.profile, related.path?.description].compactMap(\.self)
            place = names.isEmpty ? nil : VisibleText.line(names.joined(separator: " "))
        }
        let message = VisibleText.line(related.message) + (place.map { ": " + $0 } ?? "")
        var text = remark("note", message, width)
        if let line = related.line, let location = related.location {
            text += snippet(line, location, "-", .note, width)
        }
        return text
    }

    private func remark(_ word: String, _ message: String, _ width: Int) -> String {
        spaces(width) + style.text(" = ", .faint) + style.text(word + ":", .strong)
            + " \(message)\n"
    }

    private func snippet(
        _ line: String, _ location: SourceLocation, _ mark: String, _ role: Style.Role,
        _ width: Int
    ) -> String {
        let snippet = SourceSnippet(line, column: location.column)
        let number = String(location.line).padded(to: width)
        let line = snippet.line.isEmpty ? "" : " " + snippet.line
        return style.text(number + " |", .faint) + line + "\n"
            + bar(width) + " " + snippet.margin
            + style.text(String(repeating: mark, count: snippet.width), role) + "\n"
    }

    private func bar(_ width: Int) -> String { style.text(spaces(width) + " |", .faint) }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
