internal import Formats

/// Links that name their address elsewhere in the page.
///
/// A page is cut into entries, and an address must not stay behind in another one: `[text][label]`
/// becomes `[text](address)`, and the line that said the address is blank.
enum LinkDefinitions {
    /// Returns a text in which every link carries its address.
    static func resolved(in text: String) -> String {
        guard text.contains("]:") else { return text }
        var addresses: [String: String] = [:]
        var lines = text.lines.map(String.init)
        for index in lines.indices {
            guard let (label, address) = definition(lines[index]) else { continue }
            if addresses[label] == nil { addresses[label] = address }
            lines[index] = ""
        }
        guard !addresses.isEmpty else { return text }
        return lines.map { line in
            line.contains("[") ? linked(line, addresses) : line
        }.joined(separator: "\n")
    }

    /// `[label]: address "title"`; footnotes and addresses of nothing are none.
    private static func definition(_ line: String) -> (label: String, address: String)? {
        var rest = Substring(line).drop { $0 == " " }
        guard line.utf8.count - rest.utf8.count < 4, rest.first == "[" else { return nil }
        rest.removeFirst()
        guard let end = rest.range(of: "]:") else { return nil }
        let label = String(rest[..<end.lowerBound])
        guard !label.isEmpty, !label.hasPrefix("^"), !label.contains("[") else { return nil }
        let words = rest[end.upperBound...].split(whereSeparator: \.isWhitespace)
        guard let first = words.first, words.count == 1 || words[1].first == "\"" else {
            return nil
        }
        var address = String(first)
        if address.hasPrefix("<"), address.hasSuffix(">") {
            address = String(address.dropFirst().dropLast())
        }
        guard address.contains(where: { ":/.#@".contains($0) }) else { return nil }
        return (label.lowercased(), address)
    }

    private static func linked(_ line: String, _ addresses: [String: String]) -> String {
        let characters = Array(line)
        let closings = closings(characters)
        var result = ""
        var index = 0
        while index < characters.count {
            guard let close = closings[index] else {
                result.append(characters[index])
                index += 1
                continue
            }
            let text = String(characters[(index + 1)..<close])
            let next = close + 1 < characters.count ? characters[close + 1] : " "
            if next == "[", let end = closings[close + 1] {
                let named = String(characters[(close + 2)..<end])
                if let address = addresses[(named.isEmpty ? text : named).lowercased()] {
                    result += "[\(text)](\(address))"
                    index = end + 1
                    continue
                }
            } else if next != "(", next != ":", let address = addresses[text.lowercased()] {
                result += "[\(text)](\(address))"
                index = close + 1
                continue
            }
            result.append("[")
            index += 1
        }
        return result
    }

    /// The longest words that a link has; what is longer costs more than it is worth.
    private static let lengthLimit = 1_000

    /// Where the bracket ends that opens at a place, for each that does.
    private static func closings(_ characters: [Character]) -> [Int: Int] {
        var (open, closings) = ([Int](), [Int: Int]())
        for (index, character) in characters.enumerated() {
            if index > 0, characters[index - 1] == "\\" { continue }
            if character == "[" { open.append(index) }
            if character == "]", let start = open.popLast(), index - start <= lengthLimit {
                closings[start] = index
            }
        }
        return closings
    }
}
