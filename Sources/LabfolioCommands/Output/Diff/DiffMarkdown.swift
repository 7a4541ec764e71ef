internal import Formats
internal import RecordModel

/// Writes a diff as the comment of a review: a part a profile that opens with a click, no longer
/// than a comment may be.
///
/// Nothing of a record acts in it. Every text of one stands in a code span, a code block or, in a
/// summary, in escaped HTML within `<code>`: there neither Markdown nor HTML is read, and names,
/// numbers and addresses make no mention, reference or link.
struct DiffMarkdown {
    /// The most bytes that the text may have.
    var limit = commentLimit
    /// What a comment on GitHub may have, in characters; bytes are never fewer.
    static let commentLimit = 65_536
    /// The least limit that leaves room for saying what was left out.
    static let leastLimit = 1_000

    /// As much of a value is shown.
    private static let valueLimit = 300
    /// As many items of a list are named.
    private static let itemLimit = 8
    /// The room for the sentence about what was left out.
    private static let footerRoom = 240

    /// One profile: the line that is always seen, and what opens below it.
    private struct Block {
        let headline: String
        var items: [(heading: String, text: String)] = []
    }

    /// Returns the comment.
    func text(_ report: DiffReport) -> String {
        guard !report.profiles.isEmpty else { return "No profile changed.\n" }
        let count = report.profiles.count
        let title =
            "**\(count.inWords.capitalizedFirst) \(count == 1 ? "profile" : "profiles") changed**\n\n"
        let blocks = report.profiles.map(block)
        var room = limit - title.utf8.count - Self.footerRoom
        var shown = 0
        while shown < blocks.count, closed(blocks[shown]).utf8.count <= room {
            room -= closed(blocks[shown]).utf8.count
            shown += 1
        }
        var text = title
        var leftOut = 0
        for (index, block) in blocks.prefix(shown).enumerated() {
            // What one profile does not need is there for the next ones.
            let (part, missing) = self.text(block, share: room / (shown - index))
            text += part
            room -= max(0, part.utf8.count - closed(block).utf8.count)
            leftOut += missing
        }
        var footer: [String] = []
        if leftOut > 0 { footer.append(leftOut.counted("change")) }
        if shown < count { footer.append("all of \((count - shown).counted("further profile"))") }
        if !footer.isEmpty {
            text +=
                "Left out because a comment has an end: \(footer.joined(separator: " and ")). "
                + "`labfolio diff` shows everything.\n"
        }
        return text
    }

    // MARK: Profiles

    private func block(_ profile: DiffReport.Profile) -> Block {
        var headline = "<b>\(profile.id.text)</b>"
        if let name = profile.name { headline += " <code>\(Self.html(name, limit: 80))</code>" }
        let words = profile.headline.prefix(6).map(Self.html).joined(separator: ", ")
        if !words.isEmpty { headline += ": \(words)" }
        if profile.headline.count > 6 { headline += ", …" }
        var block = Block(headline: headline)
        for section in profile.sections {
            let heading = "**\(markdown(section.title))**\n\n"
            for entry in section.entries {
                if entry.id == nil {
                    for line in entry.lines {
                        block.items.append((heading, item(line, margin: "")))
                    }
                } else {
                    block.items.append((heading, item(entry)))
                }
            }
        }
        return block
    }

    /// A profile of which only the headline has room.
    private func closed(_ block: Block) -> String { "<p>\(block.headline)</p>\n\n" }

    /// A profile with as many of its changes as have room, and the number of the others.
    private func text(_ block: Block, share: Int) -> (text: String, missing: Int) {
        let start = "<details><summary>\(block.headline)</summary>\n\n"
        let end = "\n</details>\n\n"
        var body = ""
        var heading: String?
        // What stands there in any case was counted already.
        var room = share - end.utf8.count - 60
        var told = 0
        for item in block.items {
            var part = item.text
            if item.heading != heading { part = (body.isEmpty ? "" : "\n") + item.heading + part }
            guard part.utf8.count <= room else { break }
            room -= part.utf8.count
            body += part
            heading = item.heading
            told += 1
        }
        let missing = block.items.count - told
        guard told > 0 else { return (closed(block), missing) }
        if missing > 0 { body += "\n… and \(missing.counted("more change"))\n" }
        return (start + body + end, missing)
    }

    // MARK: Entries and fields

    private func item(_ entry: DiffReport.Entry) -> String {
        let name = Self.code(entry.name ?? entry.id ?? "")
        let id = entry.name == nil ? "" : " (\(Self.code(entry.id ?? "")))"
        switch entry.event {
        case .added, .removed:
            let word = entry.event == .added ? "Added" : "Removed"
            let details = entry.details.prefix(6).map { " · " + Self.code($0, limit: 80) }.joined()
            return "- \(word): \(name)\(id)\(details)\n"
        case .changed:
            if entry.lines.count == 1, let sentence = entry.lines[0].sentence {
                return "- \(name)\(id) \(markdown(sentence))\n"
            }
            return "- \(name)\(id)\n" + entry.lines.map { item($0, margin: "  ") }.joined()
        }
    }

    private func item(_ line: DiffLine, margin: String) -> String {
        let start = margin + "- "
        if let sentence = line.sentence, !line.isPrivate {
            return start + markdown(sentence) + "\n"
        }
        let label = line.label.parts.isEmpty ? "Text" : markdown(line.label)
        guard !line.isPrivate else { return "\(start)\(label): changed (private, not shown)\n" }
        switch line.event {
        case .added(let value): return "\(start)\(label): added \(code(value))\n"
        case .removed(let value): return "\(start)\(label): removed \(code(value))\n"
        case .replaced(.string(let old), .string(let new)) where line.isProse || old.count > 60:
            return "\(start)\(label):\n" + words(old, new, margin: margin + "  ")
        case .replaced(let old, let new):
            return "\(start)\(label): \(code(old)) → \(code(new))\n"
        case .moved(let from, let to):
            return "\(start)\(label.isEmpty ? "" : label + " ")moved from place \(from + 1) to "
                + "\(to + 1)\n"
        case .items(let added, let removed, let moved, let count):
            var parts: [String] = []
            if !added.isEmpty { parts.append("added " + names(added)) }
            if !removed.isEmpty { parts.append("removed " + names(removed)) }
            if moved > 0 { parts.append("\(moved) of \(count) moved") }
            return "\(start)\(label): \(parts.joined(separator: "; "))\n"
        case .fields(let fields, let items, let count):
            return "\(start)\(label): \(markdown(.list(fields))) changed in \(items) of "
                + "\(count.counted("item"))\n"
        }
    }

    /// Prose before and after, around what differs.
    private func words(_ old: String, _ new: String, margin: String) -> String {
        var (before, after) = ("", "")
        for run in WordDiff(from: old, to: new).shortened(toContext: 8) {
            switch run {
            case .same(let text):
                before += text
                after += text
            case .removed(let text): before += text
            case .added(let text): after += text
            }
        }
        let lines = [("- ", before), ("+ ", after)].map {
            $0 + Self.cut(VisibleText.line($1), 4 * Self.valueLimit)
        }
        let fence = String(repeating: "`", count: max(3, Self.longestRun(lines.joined()) + 1))
        return (["\(fence)diff"] + lines + [fence]).map { margin + $0 + "\n" }.joined()
    }

    private func names(_ items: [Value]) -> String {
        let shown = items.prefix(Self.itemLimit).map(code).joined(separator: ", ")
        return items.count > Self.itemLimit
            ? shown + " and \(items.count - Self.itemLimit) more" : shown
    }

    private func code(_ value: Value) -> String {
        let text = DiffValue.text(of: value, limit: Self.valueLimit)
        return text.isEmpty ? "(empty)" : Self.code(text)
    }

    // MARK: Escaping

    private func markdown(_ sentence: DiffSentence) -> String {
        sentence.parts.map { part in
            switch part {
            case .words(let words): words
            case .data(let data), .removed(let data), .added(let data): Self.code(data)
            }
        }.joined()
    }

    /// A code span, with more backticks around it than there are within.
    static func code(_ text: String, limit: Int = valueLimit) -> String {
        let line = cut(VisibleText.line(text), limit)
        guard line.contains(where: { $0 != " " }) else { return "(blank)" }
        let fence = String(repeating: "`", count: longestRun(line) + 1)
        let isPadded =
            line.first == "`" || line.last == "`" || line.first == " " || line.last == " "
        return isPadded ? "\(fence) \(line) \(fence)" : fence + line + fence
    }

    private static func html(_ sentence: DiffSentence) -> String {
        sentence.parts.map { part in
            switch part {
            case .words(let words): HTMLEscape.text(words)
            case .data(let data), .removed(let data), .added(let data):
                "<code>\(html(data, limit: 80))</code>"
            }
        }.joined()
    }

    private static func html(_ text: String, limit: Int) -> String {
        HTMLEscape.text(cut(VisibleText.line(text), limit))
    }

    private static func cut(_ text: String, _ limit: Int) -> String {
        text.utf8.count > limit && text.count > limit ? text.prefix(limit - 1) + "…" : text
    }

    private static func longestRun(_ text: String) -> Int {
        var (longest, run) = (0, 0)
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
