internal import Formats

extension HTMLElements {
    /// Cuts a text at the boxes of a class, the outermost ones.
    ///
    /// All of the text is in the parts, in order; a box that nothing closes is none.
    static func boxes(in text: String, ofClass name: String) -> [(text: String, isBox: Bool)] {
        guard text.contains(name) else { return [(text, false)] }
        let bytes = Array(text.utf8)
        var result: [(text: String, isBox: Bool)] = []
        var (start, depth) = (0, 0)
        var open: (tag: Tag, depth: Int)?
        func slice(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        for tag in tags(in: bytes) where boxes.contains(tag.name) {
            depth += tag.isClosing ? -1 : 1
            if let box = open {
                guard tag.isClosing, depth < box.depth else { continue }
                result.append((slice(start..<box.tag.range.lowerBound), false))
                result.append((slice(box.tag.range.lowerBound..<tag.range.upperBound), true))
                start = tag.range.upperBound
                open = nil
            } else if !tag.isClosing, hasClass(name, slice(tag.range)) {
                open = (tag, depth)
            }
        }
        result.append((slice(start..<bytes.count), false))
        return result
    }

    /// The class of the boxes of a text that hold one paper each; nil where there are fewer than two.
    ///
    /// Such as `<div class="pub-item">` around a `<div class="pub-title">` and a
    /// `<div class="pub-authors">`, without a list. Where one box is within another, it is the class
    /// of the outer one.
    static func classOfPaperBoxes(in text: String) -> String? {
        guard text.contains("title"), text.contains("author") else { return nil }
        let bytes = Array(text.utf8)
        // How many titles and authors stand before a place of the text.
        var (titles, authors) = (0, 0)
        var open: [(classes: String, start: Int, titles: Int, authors: Int)] = []
        var found: [String: (count: Int, size: Int, isSound: Bool)] = [:]
        for tag in tags(in: bytes) {
            let name =
                tag.isClosing ? nil : classes(of: String(decoding: bytes[tag.range], as: UTF8.self))
            if name?.contains("title") == true { titles += 1 }
            if name?.contains("author") == true { authors += 1 }
            // The items of a list are parts of their own, whatever is in them.
            guard tag.name != "li", tag.name != "tr" else { return nil }
            guard boxes.contains(tag.name) else { continue }
            guard tag.isClosing else {
                open.append((name ?? "", tag.range.lowerBound, titles, authors))
                continue
            }
            guard let box = open.popLast(), !box.classes.isEmpty, titles > box.titles else {
                continue
            }
            var known = found[box.classes] ?? (0, 0, true)
            known.count += 1
            known.size += tag.range.upperBound - box.start
            if titles - box.titles > 1 || authors == box.authors { known.isSound = false }
            found[box.classes] = known
        }
        return found.filter { $0.value.count > 1 && $0.value.isSound }
            .max { ($0.value.size, $0.key) < ($1.value.size, $1.key) }
            .map { String($0.key.prefix { $0 != " " }) }
    }

    /// The class of the boxes that a text is made of and that hold nothing but running text, most of
    /// them with a year; nil where there are fewer than three of them.
    static func classOfDatedBoxes(in text: String) -> String? {
        guard text.contains("class="), !text.contains("<li"), !text.contains("<tr") else {
            return nil
        }
        let bytes = Array(text.utf8)
        var open: [(classes: String, start: Int, isPlain: Bool)] = []
        var found: [String: (count: Int, dated: Int, size: Int)] = [:]
        for tag in tags(in: bytes) where boxes.contains(tag.name) {
            guard tag.isClosing else {
                if !open.isEmpty { open[open.count - 1].isPlain = false }
                let name = classes(of: String(decoding: bytes[tag.range], as: UTF8.self))
                open.append((name ?? "", tag.range.upperBound, true))
                continue
            }
            guard let box = open.popLast(), box.isPlain, !box.classes.isEmpty else { continue }
            let content = String(
                decoding: bytes[box.start..<tag.range.lowerBound], as: UTF8.self)
            var known = found[box.classes] ?? (0, 0, 0)
            known.count += 1
            known.size += content.utf8.count
            if content.holdsYear, content.utf8.count > 40 { known.dated += 1 }
            found[box.classes] = known
        }
        return found.filter {
            $0.value.dated > 2 && $0.value.dated * 10 >= $0.value.count * 6
                && $0.value.size * 10 >= bytes.count * 6
        }
        .max { ($0.value.size, $0.key) < ($1.value.size, $1.key) }
        .map { String($0.key.prefix { $0 != " " }) }
    }

    /// Elements that boxes are made of.
    private static let boxes: Set<String> = ["div", "article", "section"]

    /// The value of a tag's `class`, nil where it has none.
    static func classes(of tag: String) -> String? {
        guard let attribute = tag.firstRange(of: "class=") else { return nil }
        let value = tag[attribute.upperBound...]
        guard let quote = value.first, quote == "\"" || quote == "'" else {
            return String(value.prefix { !$0.isWhitespace && $0 != ">" })
        }
        return value.dropFirst().prefix { $0 != quote }.split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    /// Tells whether a tag has a class among others.
    private static func hasClass(_ name: String, _ tag: String) -> Bool {
        classes(of: tag)?.split(separator: " ").contains { $0 == name } ?? false
    }
}
