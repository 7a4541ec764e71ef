internal import Formats
internal import Layouts

/// Tags and comments of HTML.
extension PageCleaning {
    mutating func readHTML() -> Bool {
        if starts(with: "<!--") {
            guard let end = find("-->", from: position + 4) else { return false }
            return drop(.comment, to: end)
        }
        if starts(with: "<!doctype", ignoringCase: true) {
            guard let end = find(">", from: position + 9) else { return false }
            return drop(.markup, to: end)
        }
        for (name, reason) in Self.hidden where starts(with: "<" + name, ignoringCase: true) {
            let next = position + 1 + name.utf8.count
            guard next < bytes.count, !Self.isNameByte(bytes[next]) else { continue }
            guard let end = find("</" + name + ">", from: next, ignoringCase: true) else {
                continue
            }
            if reason == .script || reason == .widget {
                scripts.append(String(decoding: bytes[position..<end], as: UTF8.self))
            }
            return drop(reason, to: end)
        }
        guard let (name, end) = tag() else { return false }
        // An element that no page of ours may have would end up as text.
        guard HTMLText.allowsElement(name) else {
            let isClosing = bytes[position + 1] == UInt8(ascii: "/")
            let classes = HTMLElements.classes(
                of: String(decoding: bytes[position..<end], as: UTF8.self))
            _ = drop(Self.players.contains(name) ? .widget : .markup, to: end)
            // An element that arranges others stays one, so that what it holds stays together, and
            // keeps what it is called.
            if Self.arrangements.contains(name) {
                let isPlain = classes?.utf8.allSatisfy {
                    Self.isNameByte($0) || " _".utf8.contains($0)
                }
                let attribute = isPlain == true ? classes.map { " class=\"\($0)\"" } ?? "" : ""
                result += Array((isClosing ? "</div>" : "<div\(attribute)>").utf8)
            }
            return true
        }
        return readScriptLink(in: position..<end)
    }

    /// The name of the tag that begins here, and where it ends.
    private mutating func tag() -> (name: String, end: Int)? {
        var start = position + 1
        if start < bytes.count, bytes[start] == UInt8(ascii: "/") { start += 1 }
        let name = bytes[min(start, bytes.count)...].prefix(40).prefix { Self.isNameByte($0) }
        guard let first = name.first, !(0x30...0x39).contains(first), first != 0x2D else {
            return nil
        }
        var index = start + name.count
        guard index < bytes.count, bytes[index] <= 0x20 || "/>".utf8.contains(bytes[index]),
            index >= endlessTag
        else { return nil }
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            if bytes[index] == 0x0A, index + 1 < bytes.count, bytes[index + 1] == 0x0A { break }
            index += 1
        }
        guard index < bytes.count, bytes[index] != 0x0A else {
            endlessTag = index
            return nil
        }
        return (String(decoding: name, as: UTF8.self).lowercased(), index + 1)
    }

    private static let arrangements: Set<String> = [
        "article", "header", "footer", "main", "aside", "nav", "form", "fieldset", "picture",
    ]
    private static let players: Set<String> = ["video", "audio", "embed", "object", "source"]

    private static let hidden: [(String, DroppedText.Reason)] = [
        ("script", .script), ("style", .style), ("noscript", .script), ("template", .markup),
        ("svg", .markup), ("iframe", .widget), ("title", .markup), ("head", .markup),
    ]

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
            || byte == UInt8(ascii: "-")
    }
}
