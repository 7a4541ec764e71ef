/// The attributes that raw HTML in a text may have.
enum HTMLAttributes {
    /// Returns the value of an attribute, escaped for double quotes; nil if the attribute may not
    /// stay.
    static func safe(_ name: String, _ source: String, of element: String) -> String? {
        let value = HTMLEntities.decoded(source).folded.trimmed
        switch name {
        case "href" where element == "a", "src" where element == "img":
            return URLText.safe(value).map(HTMLText.escape)
        case "class", "title", "alt", "lang", "datetime", "cite":
            // `cite` is an address that nobody follows; it stays if one could.
            if name == "cite", URLText.safe(value) == nil { return nil }
            return HTMLText.escape(value)
        case "dir": return ["ltr", "rtl", "auto"].contains(value.lowercased()) ? value : nil
        case "align", "valign":
            return ["left", "right", "center", "top", "middle", "bottom"]
                .contains(value.lowercased()) ? value : nil
        case "width", "height", "border", "colspan", "rowspan", "cellpadding", "cellspacing",
            "start", "value":
            return isLength(value) ? value : nil
        case "color" where element == "font": return isWord(value) ? value : nil
        case "open" where element == "details": return ""
        case "target" where element == "a": return value == "_blank" ? value : nil
        case "rel" where element == "a":
            return value.unicodeScalars.allSatisfy { $0.isASCIILetter || $0 == " " } ? value : nil
        case "style": return style(value)
        default: return nil
        }
    }

    private static func isLength(_ value: String) -> Bool {
        let digits = value.unicodeScalars.prefix { $0.isASCIIDigit || $0 == "." }
        let unit = String(value.unicodeScalars.dropFirst(digits.count))
        return !digits.isEmpty && digits.count < 8 && ["", "%", "px", "em"].contains(unit)
    }

    private static func isWord(_ value: String) -> Bool {
        !value.isEmpty
            && value.unicodeScalars.allSatisfy {
                $0.isASCIIAlphanumeric || "#-".unicodeScalars.contains($0)
            }
    }

    /// The declarations of a style that change how words look and nothing else.
    private static func style(_ value: String) -> String? {
        let kept = value.split(separator: ";").compactMap { declaration -> String? in
            let parts = declaration.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
            guard parts.count == 2 else { return nil }
            let property = parts[0].lowercased()
            let setting = parts[1]
            switch property {
            case "color", "background-color":
                guard isColor(setting) else { return nil }
            case "font-weight", "font-style", "text-decoration", "text-align":
                guard
                    setting.unicodeScalars.allSatisfy({
                        $0.isASCIIAlphanumeric || "- ".unicodeScalars.contains($0)
                    })
                else { return nil }
            default: return nil
            }
            return "\(property): \(setting)"
        }
        return kept.isEmpty ? nil : kept.joined(separator: "; ")
    }

    /// A name, `#…`, or `rgb(1, 2, 3)` and its like: no address, no expression.
    private static func isColor(_ value: String) -> Bool {
        if isWord(value) { return true }
        for function in ["rgb(", "rgba(", "hsl(", "hsla("]
        where value.lowercased().hasPrefix(function) && value.hasSuffix(")") {
            return value.dropFirst(function.count).dropLast().unicodeScalars.allSatisfy {
                $0.isASCIIDigit || "., %/".unicodeScalars.contains($0)
            }
        }
        return false
    }
}
