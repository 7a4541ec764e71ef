internal import Formats
internal import RecordModel

/// Writes a diff as one page of HTML that needs nothing else: before and after side by side, with
/// the portraits and a list of contents.
///
/// The page has no script, loads nothing, and says so to the browser in a policy of its own.
struct DiffPage {
    /// The pictures of people, by the id of their profile.
    var portraits: [ProfileID: DiffPortrait] = [:]
    /// What is compared.
    let title: String
    /// The longest text that is shown whole, in characters.
    private static let textLimit = 20_000
    /// As many items of a list, or fields of a mapping, are shown.
    private static let itemLimit = 200
    private static let depthLimit = 6

    /// Writes the page in pieces, until nobody reads it any more.
    func write(_ report: DiffReport, _ write: (String) -> Bool) {
        guard write(head(report)) else { return }
        for profile in report.profiles {
            guard write(text(profile)) else { return }
        }
        _ = write("</main>\n</body>\n</html>\n")
    }

    /// Returns the whole page.
    func text(_ report: DiffReport) -> String {
        var text = ""
        write(report) {
            text += $0
            return true
        }
        return text
    }

    // MARK: The page

    private func head(_ report: DiffReport) -> String {
        let title = HTMLEscape.text(title)
        let count = report.profiles.count
        var text = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" \
            content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="color-scheme" content="light dark">
            <title>Changes: \(title)</title>
            <style>
            \(DiffPageStyle.sheet)
            </style>
            </head>
            <body>
            <header>
            <h1>Changes <small>\(title)</small></h1>
            <p>\(count == 0 ? "No profile changed." : "\(count.counted("profile")) changed.")</p>
            </header>

            """
        if count > 0 {
            text += "<nav aria-label=\"Contents\">\n<ol>\n"
            for profile in report.profiles {
                let sentences = profile.headline.map(inline).joined(separator: ", ")
                text +=
                    "<li><a href=\"#\(anchor(profile))\">\(name(of: profile))</a> "
                    + "<span>\(sentences)</span></li>\n"
            }
            text += "</ol>\n</nav>\n"
        }
        return text + "<main>\n"
    }

    /// Ids of profiles are slugs, so they are safe as they are.
    private func anchor(_ profile: DiffReport.Profile) -> String { "profile-\(profile.id.text)" }

    private func name(of profile: DiffReport.Profile) -> String {
        profile.name.map(data) ?? data(profile.id.text)
    }

    private func text(_ profile: DiffReport.Profile) -> String {
        var text = "<article id=\"\(anchor(profile))\">\n<header>\n"
        text += portrait(of: profile)
        text += "<div>\n<h2>\(name(of: profile))</h2>\n<p class=\"id\">\(profile.id.text)"
        switch profile.event {
        case .added: text += " <ins>new</ins>"
        case .removed: text += " <del>removed</del>"
        case .changed: break
        }
        text += "</p>\n<p>\(profile.headline.map(inline).joined(separator: ", "))</p>\n</div>\n"
        text += "</header>\n"
        for section in profile.sections {
            text += "<section>\n<h3>\(inline(section.title))</h3>\n"
            for entry in section.entries { text += self.text(entry) }
            text += "</section>\n"
        }
        return text + "</article>\n"
    }

    private func portrait(of profile: DiffReport.Profile) -> String {
        let portrait = portraits[profile.id]
        let (before, after) = (portrait?.before, portrait?.after)
        let alt = HTMLEscape.text(VisibleText.line(profile.name ?? profile.id.text))
        func image(_ address: String, _ word: String) -> String {
            "<img src=\"\(address)\" alt=\"\(alt)\(word)\" width=\"72\" height=\"72\">"
        }
        switch (before, after) {
        case (let old?, let new?) where old != new:
            return "<p class=\"portraits\"><del>\(image(old, ", before"))</del> "
                + "<ins>\(image(new, ", after"))</ins></p>\n"
        case (_, let new?): return "<p class=\"portraits\">\(image(new, ""))</p>\n"
        case (let old?, nil): return "<p class=\"portraits\">\(image(old, ""))</p>\n"
        case (nil, nil):
            // Nobody without a picture is left without a face.
            let initial = HTMLEscape.text(String((profile.name ?? profile.id.text).prefix(1)))
            return "<p class=\"portraits none\" aria-hidden=\"true\">\(initial)</p>\n"
        }
    }

    // MARK: Entries

    private func text(_ entry: DiffReport.Entry) -> String {
        var text = "<div class=\"entry\">\n"
        if let id = entry.id {
            let mark =
                switch entry.event {
                case .added: "<ins>added</ins> "
                case .removed: "<del>removed</del> "
                case .changed: ""
                }
            text += "<h4>\(mark)\(data(entry.name ?? id))"
            if entry.name != nil { text += " <code>\(data(id))</code>" }
            text += "</h4>\n"
            for sentence in entry.lines.filter({ !$0.isPrivate }).compactMap(\.sentence)
            where entry.event == .changed { text += "<p>\(inline(sentence))</p>\n" }
        }
        let rows = entry.lines.map(row).joined()
        if !rows.isEmpty {
            text += """
                <table>
                <thead><tr><th scope="col">Field</th><th scope="col">Before</th>\
                <th scope="col">After</th></tr></thead>
                <tbody>
                \(rows)</tbody>
                </table>

                """
        }
        return text + "</div>\n"
    }

    private func row(_ line: DiffLine) -> String {
        var (before, after) = ("", "")
        switch line.event {
        case _ where line.isPrivate:
            (before, after) = ("<i>private</i>", "<i>private</i>")
        case .added(let value): after = cell(value, "ins")
        case .removed(let value): before = cell(value, "del")
        case .replaced(.string(let old), .string(let new)):
            let diff = WordDiff(from: old, to: new)
            let isLong = max(old.utf8.count, new.utf8.count) > Self.textLimit
            // Of a text that is too long to be shown whole, what differs has to be seen.
            (before, after) = words(isLong ? diff.shortened(toContext: 60) : diff.runs)
        case .replaced(let old, let new): (before, after) = (cell(old, "del"), cell(new, "ins"))
        case .moved(let from, let to): (before, after) = ("place \(from + 1)", "place \(to + 1)")
        case .items(let added, let removed, let moved, let count):
            before = removed.isEmpty ? "" : cell(.list(removed), "del")
            after = added.isEmpty ? "" : cell(.list(added), "ins")
            if moved > 0 { after += "<p><i>\(moved) of \(count) moved</i></p>" }
        case .fields(let fields, let items, let count):
            after =
                "<i>\(inline(.list(fields))) changed in \(items) of \(count.counted("item"))</i>"
        }
        let label = line.label.parts.isEmpty ? "Text" : inline(line.label)
        return "<tr><th scope=\"row\">\(label)</th><td data-side=\"Before\">\(before)</td>"
            + "<td data-side=\"After\">\(after)</td></tr>\n"
    }

    private func words(_ runs: [WordDiff.Run]) -> (before: String, after: String) {
        var (before, after) = ("", "")
        for run in runs {
            switch run {
            case .same(let text):
                before += data(text)
                after += data(text)
            case .removed(let text): before += "<del>\(data(Self.cut(text)))</del>"
            case .added(let text): after += "<ins>\(data(Self.cut(text)))</ins>"
            }
        }
        return ("<div class=\"text\">\(before)</div>", "<div class=\"text\">\(after)</div>")
    }

    // MARK: Values

    private func cell(_ value: Value, _ tag: String) -> String {
        switch value {
        case .list, .mapping: "<div class=\"\(tag)\">\(block(value, depth: 0))</div>"
        default: "<div class=\"text\"><\(tag)>\(block(value, depth: 0))</\(tag)></div>"
        }
    }

    private func block(_ value: Value, depth: Int) -> String {
        guard depth < Self.depthLimit else { return "…" }
        switch value {
        case .string(let text): return text.isEmpty ? "<i>empty</i>" : data(Self.cut(text))
        case .number, .bool, .null: return data(JSONWriter(style: .compact).text(value))
        case .list(let items):
            guard !items.isEmpty else { return "<i>empty</i>" }
            var text = "<ul>"
            for item in items.prefix(Self.itemLimit) {
                text += "<li>\(block(item, depth: depth + 1))</li>"
            }
            let rest = items.count - Self.itemLimit
            return text + (rest > 0 ? "<li><i>and \(rest) more</i></li>" : "") + "</ul>"
        case .mapping(let mapping):
            guard !mapping.isEmpty else { return "<i>empty</i>" }
            return mapping.entries.prefix(Self.itemLimit).map {
                "<div><b>\(data(Self.cut($0.key)))</b> \(block($0.value, depth: depth + 1))</div>"
            }.joined()
        }
    }

    private func inline(_ sentence: DiffSentence) -> String {
        sentence.parts.map { part in
            switch part {
            case .words(let words): HTMLEscape.text(words)
            case .data(let text): data(text)
            case .removed(let text): "<del>\(data(text))</del>"
            case .added(let text): "<ins>\(data(text))</ins>"
            }
        }.joined()
    }

    /// Text of a record: its direction of writing ends where it does.
    private func data(_ text: String) -> String { "<bdi>\(HTMLEscape.text(text))</bdi>" }

    private static func cut(_ text: String) -> String {
        guard text.utf8.count > textLimit, text.count > textLimit else { return text }
        return text.prefix(textLimit) + "… (\(text.count - textLimit) more characters)"
    }
}
