internal import Formats
internal import Layouts

/// Links that run a script: the words stay, where they lead to goes.
///
/// They open and fold parts of the page that they stand on, and no record may hold one.
extension PageCleaning {
    /// More bytes the address of a Markdown link does not have.
    private static let longestAddress = 4_096

    /// Leaves the attributes of a tag out that are such links; false where it has none.
    mutating func readScriptLink(in tag: Range<Int>) -> Bool {
        var isFound = false
        while let attribute = Self.scriptAttribute(in: bytes[position..<tag.upperBound]) {
            while position < attribute.lowerBound { copy() }
            isFound = drop(.script, to: attribute.upperBound)
        }
        return isFound
    }

    /// Leaves the address of a Markdown link out that is one: `[Abstract](javascript:show())`.
    mutating func readScriptAddress() -> Bool {
        guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "(") else {
            return false
        }
        var start = position + 2
        while start < bytes.count, bytes[start] == 0x20 || bytes[start] == UInt8(ascii: "<") {
            start += 1
        }
        guard Self.isScript(bytes[start...]) else { return false }
        var (end, depth) = (start, 0)
        // A line of nothing but beginnings must not be searched to its end for each.
        let limit = min(bytes.count, start + Self.longestAddress)
        while end < limit, bytes[end] != 0x0A {
            if bytes[end] == UInt8(ascii: "(") { depth += 1 }
            if bytes[end] == UInt8(ascii: ")") {
                if depth == 0 { break }
                depth -= 1
            }
            end += 1
        }
        guard end < limit, bytes[end] == UInt8(ascii: ")") else { return false }
        copy()
        copy()
        return drop(.script, to: end)
    }

    /// Where an attribute of a tag stands whose value is the address of a script, with the white
    /// space before it.
    private static func scriptAttribute(in tag: ArraySlice<UInt8>) -> Range<Int>? {
        var outer: UInt8?
        for equals in tag.indices {
            // What looks like an attribute within the value of one is none.
            if let open = outer {
                if tag[equals] == open { outer = nil }
            } else if "\"'".utf8.contains(tag[equals]) {
                outer = tag[equals]
            }
            guard tag[equals] == UInt8(ascii: "="), outer == nil else { continue }
            var start = equals + 1
            while start < tag.endIndex, tag[start] <= 0x20 { start += 1 }
            let quote = start < tag.endIndex && "\"'".utf8.contains(tag[start]) ? tag[start] : nil
            if quote != nil { start += 1 }
            while start < tag.endIndex, tag[start] <= 0x20 { start += 1 }
            guard start < tag.endIndex, isScript(tag[start...]) else { continue }
            var end = start
            if let quote {
                while end < tag.endIndex, tag[end] != quote { end += 1 }
                end = min(end + 1, tag.endIndex - 1)
            } else {
                while end < tag.endIndex - 1, tag[end] > 0x20 { end += 1 }
            }
            var name = equals
            while name > tag.startIndex, tag[name - 1] <= 0x20 { name -= 1 }
            while name > tag.startIndex, tag[name - 1] > 0x20 { name -= 1 }
            while name > tag.startIndex, tag[name - 1] <= 0x20 { name -= 1 }
            return name..<end
        }
        return nil
    }

    private static func isScript(_ bytes: ArraySlice<UInt8>) -> Bool {
        URLText.scriptSchemes.contains { scheme in
            bytes.prefix(scheme.utf8.count).elementsEqual(scheme.utf8) { byte, letter in
                (0x41...0x5A).contains(byte) ? byte | 0x20 == letter : byte == letter
            }
        }
    }
}
