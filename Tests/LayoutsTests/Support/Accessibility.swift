import Foundation

/// What an accessibility checker asks of a page, as far as its source tells it.
///
/// The colours are looked at in the stylesheet, by `PlainColoursTests`.
enum Accessibility {
    /// What is wrong with a page.
    static func findings(_ page: BuiltPage) -> [String] {
        document(page) + headings(page) + names(page) + references(page) + lists(page)
    }

    private static func document(_ page: BuiltPage) -> [String] {
        var found: [String] = []
        func require(_ holds: Bool, _ message: String) {
            if !holds { found.append(message) }
        }
        let language = page.tags.first { $0.name == "html" }?.attributes["lang"] ?? ""
        require(language.wholeMatch(of: /[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*/) != nil, "no language")
        let title = page.html.firstMatch(of: /<title>([^<]*)<\/title>/)?.1 ?? ""
        require(!title.allSatisfy(\.isWhitespace), "no title")
        let viewport = page.tags.first { $0.attributes["name"] == "viewport" }
        let content = viewport?.attributes["content"] ?? ""
        require(content.contains("width=device-width"), "no viewport")
        require(!content.contains("user-scalable=no"), "zooming is forbidden")
        require(page.tags.count { $0.name == "main" } == 1, "not one main")
        require(
            page.tags.first { $0.name == "a" }?.attributes["href"] == "#page--main",
            "the first link does not skip to the content")
        for tag in page.tags where tag.attributes["tabindex"].flatMap({ Int($0) }) ?? 0 > 0 {
            found.append("an order of its own for the keyboard: \(tag)")
        }
        for tag in page.tags where tag.name == "nav" {
            require(tag.attributes["aria-label"]?.isEmpty == false, "a nav without a name")
        }
        return found
    }

    private static func headings(_ page: BuiltPage) -> [String] {
        let levels = page.headingLevels
        var found: [String] = []
        if levels.first != 1 || levels.count(where: { $0 == 1 }) != 1 {
            found.append("h1: \(levels)")
        }
        for (level, next) in zip(levels, levels.dropFirst()) where next > level + 1 {
            found.append("a level is left out: \(levels)")
        }
        for match in page.html.matches(of: /<(h[1-6])[^>]*>(.*?)<\/h[1-6]>/.dotMatchesNewlines())
        where text(of: String(match.2)).isEmpty { found.append("an empty \(match.1)") }
        return found
    }

    /// Everything that is pressed or looked at has a name.
    private static func names(_ page: BuiltPage) -> [String] {
        var found: [String] = []
        for tag in page.tags {
            switch tag.name {
            case "img" where tag.attributes["alt"] == nil: found.append("no alt: \(tag)")
            case "input", "select", "textarea":
                if tag.attributes["aria-label"] == nil { found.append("no label: \(tag)") }
            default: break
            }
        }
        let pressed = /<(a|button|summary)\b([^>]*)>(.*?)<\/\1>/.dotMatchesNewlines()
        for match in page.html.matches(of: pressed) {
            let pictures = String(match.3).matches(of: /alt="([^"]+)"/).map { String($0.1) }
            let name = text(of: String(match.3)) + pictures.joined()
            if name.isEmpty, !match.2.contains("aria-label=") {
                found.append("nothing says what it is: \(match.0)")
            }
            if ["here", "click here", "more", "link", "…"].contains(name.lowercased()) {
                found.append("says nothing by itself: \(match.0)")
            }
        }
        return found
    }

    private static func references(_ page: BuiltPage) -> [String] {
        let ids = Set(page.ids)
        var found: [String] = []
        if ids.count != page.ids.count { found.append("an id comes twice: \(page.ids)") }
        for tag in page.tags {
            for name in ["aria-labelledby", "aria-describedby", "aria-controls", "for"] {
                for id in tag.attributes[name]?.split(separator: " ").map(String.init) ?? []
                where !ids.contains(id) { found.append("\(name) leads nowhere: \(tag)") }
            }
            if tag.attributes["aria-hidden"] == "true", tag.name == "a" || tag.name == "button" {
                found.append("hidden, but reached by the keyboard: \(tag)")
            }
        }
        return found
    }

    /// A list holds items and nothing else.
    private static func lists(_ page: BuiltPage) -> [String] {
        page.html.matches(of: /<(?:ul|ol)\b[^>]*>\s*(?:<([a-z0-9]+)|[^<\s])/).compactMap { match in
            match.1 == "li" ? nil : "no item is first in a list: \(match.0)"
        } + page.html.matches(of: /<(?:ul|ol)\b[^>]*>\s*<\/(?:ul|ol)>/).map { "empty: \($0.0)" }
    }

    private static func text(of html: String) -> String {
        html.replacing(/<[^>]*>/, with: "").trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
