internal import Formats
internal import Layouts
internal import Prose
internal import RecordModel

/// The prose of a page with what it includes, ready to be cut into sections.
struct PageSource {
    /// The text that a reader sees.
    let text: PageText
    /// The title of the page.
    let title: String
    /// What the page says that it is: its title, where it has none the end of its address.
    let announcement: String
    /// The address of the page within its site.
    let permalink: String?
    /// What an include could not find.
    let missing: [SourceLines.Place]
    private let site: SiteSource
    private let path: String

    /// Puts a page and its includes together.
    init(_ page: SitePage, of site: SiteSource) {
        var lines = SourceLines(page.body, file: page.path, firstLine: page.bodyLine)
        var missing: [SourceLines.Place] = []
        var includes = Includes(site: site, header: page.header)
        includes.expand(&lines, of: page.path, missing: &missing)
        text = PageText(lines)
        let stem = page.path.split(separator: "/").last?.prefix { $0 != "." } ?? ""
        let written = page.text("title") ?? ""
        title = page.text("title") ?? String(stem)
        permalink = page.text("permalink").flatMap(Self.permalink)
        let end = permalink?.split(separator: "/").last.map(String.init)
        announcement = written.isEmpty ? end ?? String(stem) : written
        self.missing = missing
        self.site = site
        path = page.path
    }

    /// The address of a page within its site as a record holds it: Jekyll takes `%20` and a space
    /// for the same; nil for one that no address in a record can be.
    private static func permalink(_ written: String) -> String? {
        let address = written.replacing(" ", by: "%20")
        let isSound = address.unicodeScalars.allSatisfy {
            !$0.properties.isWhitespace && !"<>\"\\^`{|}?#".unicodeScalars.contains($0)
        }
        let names = address.split(separator: "/")
        guard address.hasPrefix("/"), !address.contains("//"), isSound,
            !names.contains(where: { $0.hasPrefix(".") })
        else { return nil }
        return address
    }

    /// The files of the site, as a profile has them, that a text of the page refers to.
    func assets(in text: String) -> Set<String> { site.assets(in: text, on: path) }

    /// The first picture of an item, where it is a file of the site.
    func picture(of notation: EntryNotation) -> Value? {
        for image in notation.images {
            let folder = path.split(separator: "/").dropLast().joined(separator: "/")
            guard let file = site.asset(at: image.source, in: ["", folder]) else { continue }
            var picture = Mapping()
            picture["file"] = .string(file)
            let alternative = image.alternative.words.joined(separator: " ")
            if !alternative.isEmpty { picture["alt"] = .string(alternative) }
            return .mapping(picture)
        }
        return nil
    }
}

extension PageSource {
    /// The files that stand in a page, and so are no pages of their own.
    static func files(includedBy page: SitePage) -> Set<String> {
        guard page.body.contains("{%") else { return [] }
        return Set(
            page.body.lines.compactMap {
                Includes.target(String($0), from: page.path)
            })
    }
}

/// The parts of a page that stand in other files.
private struct Includes {
    let site: SiteSource
    /// The front matter of the page.
    let header: Mapping
    /// Deeper than this no page includes pages.
    private static let depthLimit = 8
    private static let lineLimit = 200_000
    /// How many bytes may be put into a page: a file that is included again and again has no end.
    private static let sizeLimit = 16 << 20
    /// How many bytes were put into the page.
    private var size = 0

    init(site: SiteSource, header: Mapping) {
        self.site = site
        self.header = header
    }

    /// Puts the files that lines include in the place of those lines.
    mutating func expand(
        _ lines: inout SourceLines, of path: String, missing: inout [SourceLines.Place],
        depth: Int = 0
    ) {
        guard depth < Self.depthLimit, lines.text.contains("{%") else { return }
        var whole = SourceLines(lines: [])
        for line in lines.lines {
            let part = isFull(whole) ? nil : part(for: line, of: path, &missing, depth)
            if let part {
                for line in part.lines { whole.append(line) }
            } else {
                whole.append(line)
            }
        }
        lines = whole
    }

    private func isFull(_ lines: SourceLines) -> Bool {
        lines.lines.count >= Self.lineLimit || size >= Self.sizeLimit
    }

    /// What stands in the place of a line; nil for one that includes nothing.
    private mutating func part(
        for line: (text: Substring, place: SourceLines.Place), of path: String,
        _ missing: inout [SourceLines.Place], _ depth: Int
    ) -> SourceLines? {
        guard let tag = IncludeTag(String(line.text)) else { return nil }
        if let rows = FeatureRows.markdown(of: tag, in: header) {
            size += rows.utf8.count
            return SourceLines(lines: ([""] + rows.lines + [""]).map { ($0, line.place) })
        }
        guard let target = Self.target(tag, from: path) else { return nil }
        guard let found = site.texts[target], target.hasSuffix(".md") else {
            if site.texts[target] == nil { missing.append(line.place) }
            return nil
        }
        size += found.utf8.count
        let page = SitePage(path: target, text: found)
        var part = SourceLines(page.body, file: target, firstLine: page.bodyLine)
        expand(&part, of: target, missing: &missing, depth: depth + 1)
        return part
    }

    /// The file that a line includes, nil for a line that includes none.
    fileprivate static func target(_ line: String, from path: String) -> String? {
        IncludeTag(line).flatMap { target($0, from: path) }
    }

    private static func target(_ tag: IncludeTag, from path: String) -> String? {
        guard tag.kind == "include_relative" else { return joined("_includes/" + tag.name) }
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) + "/" } ?? ""
        return joined(folder + tag.name)
    }

    /// A path without `.` and `..`; nil where it leads out of the site.
    private static func joined(_ path: String) -> String? {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." {
                guard parts.popLast() != nil else { return nil }
            } else {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
