internal import Layouts

/// Tells which pages of a site say in another language what the homepage says: `about_zh.md` beside
/// `about.md`, `pt/about.md`, a page at `/es/`.
enum TwinPage {
    /// The languages that people have such pages in, by the names that they give them.
    private static let languages: [String: String] = {
        let codes = [
            "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi",
            "fr",
            "gl", "hr", "hu", "it", "ja", "ko", "lt", "lv", "nl", "nn", "pl", "pt", "ro", "ru",
            "sk",
            "sl", "sr", "sv", "th", "tr", "uk", "ur", "vi", "zh",
        ]
        var languages = Dictionary(uniqueKeysWithValues: codes.map { ($0, $0) })
        languages.merge(
            [
                "cn": "zh", "chn": "zh", "chinese": "zh", "jp": "ja", "japanese": "ja", "kr": "ko",
                "korean": "ko", "eng": "en", "english": "en", "german": "de", "deutsch": "de",
                "french": "fr", "francais": "fr", "spanish": "es", "espanol": "es",
                "italian": "it", "portuguese": "pt", "zh-cn": "zh-CN", "zh-hans": "zh-Hans",
                "zh-tw": "zh-TW", "zh-hant": "zh-Hant", "pt-br": "pt-BR",
            ], uniquingKeysWith: { first, _ in first })
        return languages
    }()

    /// The names that homepages have.
    private static let homes: Set<String> = ["about", "index", "home", "readme", "about-me"]

    /// The language of a page that is the homepage once more; nil for any other page.
    static func language(of page: SitePage, besides home: SitePage) -> String? {
        let names = [stem(page.path), page.text("permalink").map(stem)].compactMap(\.self)
        guard let language = names.lazy.compactMap(Self.language(in:)).first else { return nil }
        return language == self.said(by: home) ? nil : language
    }

    /// The language that a page says it is in.
    private static func said(by page: SitePage) -> String? {
        ["lang", "language", "locale"].lazy.compactMap { page.text($0) }.first.flatMap { tag in
            languages[tag.lowercased().replacing("_", with: "-")]
        }
    }

    /// A path without its beginning and its ending, in lower case: `zh/about`, `about-zh`.
    private static func stem(_ path: String) -> String {
        var rest = path.lowercased()[...]
        for head in ["/", "_pages/"] where rest.hasPrefix(head) {
            rest = rest.dropFirst(head.count)
        }
        for tail in [".md", ".markdown", ".html", ".htm", "/"] where rest.hasSuffix(tail) {
            rest = rest.dropLast(tail.count)
        }
        return String(rest).replacing("_", with: "-")
    }

    private static func language(in stem: String) -> String? {
        if let language = languages[stem] { return language }
        for home in homes where stem.count > home.count + 1 {
            for joint in ["-", "/", "."] {
                if stem.hasPrefix(home + joint) {
                    return languages[String(stem.dropFirst(home.count + 1))]
                }
                if stem.hasSuffix(joint + home) {
                    return languages[String(stem.dropLast(home.count + 1))]
                }
            }
        }
        return nil
    }
}
