/// The grammar of templates of addresses (RFC 6570, 2).
enum URITemplate {
    static func isValid(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        var rest = scalars[...]
        while let scalar = rest.first {
            if scalar == "{" {
                guard let end = rest.firstIndex(of: "}"),
                    isExpression(rest[(rest.startIndex + 1)..<end])
                else { return false }
                rest = rest[(end + 1)...]
            } else if scalar == "%" {
                guard isEncoded(rest) else { return false }
                rest = rest.dropFirst(3)
            } else {
                guard isLiteral(scalar) else { return false }
                rest = rest.dropFirst()
            }
        }
        return true
    }

    private static func isEncoded(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        let digits = text.dropFirst().prefix(2)
        return digits.count == 2 && digits.allSatisfy { $0.properties.isASCIIHexDigit }
    }

    private static func isLiteral(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0x20 && !(0x7F...0x9F).contains(scalar.value)
            && !"\"<>\\^`{|}".unicodeScalars.contains(scalar)
    }

    private static func isExpression(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        var rest = text
        if let first = rest.first, "+#./;?&".unicodeScalars.contains(first) {
            rest = rest.dropFirst()
        }
        let variables = rest.split(separator: ",", omittingEmptySubsequences: false)
        return variables.allSatisfy(isVariable)
    }

    private static func isVariable(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        var name = text
        if let colon = name.firstIndex(of: ":") {
            let length = name[(colon + 1)...]
            guard (1...4).contains(length.count), length.first != "0",
                length.allSatisfy({ ("0"..."9").contains($0) })
            else { return false }
            name = name[..<colon]
        } else if name.last == "*" {
            name = name.dropLast()
        }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            var rest = part
            while let scalar = rest.first {
                if scalar == "%" {
                    guard isEncoded(rest) else { return false }
                    rest = rest.dropFirst(3)
                } else {
                    guard
                        scalar == "_"
                            || scalar.isASCII
                                && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
                    else { return false }
                    rest = rest.dropFirst()
                }
            }
            return !part.isEmpty
        }
    }
}
