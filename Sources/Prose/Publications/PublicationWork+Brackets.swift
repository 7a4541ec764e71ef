/// Square brackets that are left of links without an address.
extension PublicationWork {
    /// Takes the brackets off names that lead nowhere: `[Ada Berg], **Jo Lind**, [Max Hoek]`.
    mutating func takeBracketsOfNames() {
        for index in lines.indices {
            let text = lines[index].text
            let open = text.indices.filter { text[$0] == "[" && text.style(at: $0).link == nil }
            guard open.count > 1, open.count < 200 else { continue }
            let names = open.compactMap { start -> Range<Int>? in
                guard
                    let end = (start + 1..<min(text.count, start + 60)).first(where: {
                        text[$0] == "]" || text[$0] == "["
                    }), text[end] == "]", NameShape.isName(text.string(start + 1..<end))
                else { return nil }
                return start..<end
            }
            guard names.count > 1, names.count == open.count else { continue }
            var rest = text
            for name in names.reversed() {
                rest = rest.removing(name.upperBound..<name.upperBound + 1, leaving: "")
                rest = rest.removing(name.lowerBound..<name.lowerBound + 1, leaving: "")
            }
            lines[index].text = rest
        }
    }
}
