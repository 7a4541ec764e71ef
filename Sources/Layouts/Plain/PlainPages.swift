internal import Formats
internal import Profiles
internal import RecordModel

/// The pages of a site and its configuration: each page is a few lines that name a template.
struct PlainPages {
    let site: PlainSite

    /// The pages, the configuration left out.
    var files: [OutputFile] {
        var files: [OutputFile] = []
        add(
            "index.html", [("layout", "homepage"), ("root", "./"), ("structured", "person")], &files
        )
        for listing in site.listings {
            let isPapers = listing.name == "publications"
            add(
                listing.target + "index.html",
                [
                    ("layout", "listing"), ("title", listing.heading), ("listing", listing.name),
                    ("target", listing.target), ("root", "../"),
                ] + (isPapers ? [("structured", "articles")] : []), &files)
        }
        if !site.curriculum.isEmpty {
            let title = site.style.word(.curriculum)
            add(
                "cv/index.html",
                [("layout", "curriculum"), ("title", title), ("target", "cv/"), ("root", "../")],
                &files)
        }
        let missing = site.style.word(.missing)
        add(
            "404.html", [("layout", "missing"), ("title", missing), ("permalink", "/404.html")],
            &files)
        addMoved(to: &files)
        return files
    }

    /// What Jekyll is told about the site.
    var configuration: OutputFile? {
        let choices = site.style.profile.layoutChoices
        var lines = [
            "# This site builds with plain Jekyll and with GitHub Pages, without any plugin.",
            "title: " + JSONWriter.quoted(site.title),
        ]
        if let description = site.description {
            lines.append("description: " + JSONWriter.quoted(description))
        }
        // Where the record does not say, GitHub Pages fills the address in.
        if let url = choices.url.flatMap(URLText.safe) {
            lines.append("url: " + JSONWriter.quoted(Self.withoutSlash(url)))
        }
        if let baseurl = choices.baseurl {
            lines.append("baseurl: " + JSONWriter.quoted(Self.withoutSlash(baseurl)))
        }
        lines += ["lang: " + JSONWriter.quoted(site.style.language), "theme: null", "plugins: []"]
        return TargetPath("_config.yml").map {
            OutputFile($0, .bytes(Array((lines.joined(separator: "\n") + "\n").utf8)))
        }
    }

    /// Addresses at which the page used to be lead to where it is now.
    private func addMoved(to files: inout [OutputFile]) {
        for (old, place) in moved {
            let steps = old.split(separator: "/").map(String.init)
            guard !steps.isEmpty, !steps.contains(where: { "._".contains($0.prefix(1)) }) else {
                continue
            }
            let isFile = steps.last?.hasSuffix(".html") == true
            let path = steps.joined(separator: "/") + (isFile ? "" : "/index.html")
            let depth = isFile ? steps.count - 1 : steps.count
            let root = depth == 0 ? "./" : String(repeating: "../", count: depth)
            guard Self.isFree(path, among: files) else { continue }
            add(path, [("layout", "moved"), ("root", root), ("place", place)], &files)
        }
    }

    /// Tells whether a page can go to a path: nothing is there, and no file is in the way of a
    /// folder or a folder in that of the file.
    private static func isFree(_ path: String, among files: [OutputFile]) -> Bool {
        let reserved = ["assets", "theme"]
        guard !reserved.contains(where: { path == $0 || path.hasPrefix($0 + "/") }) else {
            return false
        }
        return !files.contains { file in
            let other = file.path.description
            return other == path || other.hasPrefix(path + "/") || path.hasPrefix(other + "/")
        }
    }

    /// Former addresses, each with what is there now, relative to the root of the site.
    private var moved: [(old: String, place: String)] {
        let profile = site.style.profile
        let choices = profile.layoutChoices
        let pages = ([choices.permalink ?? "/"] + choices.redirects).map { ($0, "") }
        let entries: [(String?, FieldPath)] =
            profile.publications.map { ($0.permalink, $0.path) }
            + profile.news.map { ($0.permalink, $0.path) }
            + profile.talks.map { ($0.permalink, $0.path) }
            + profile.teaching.map { ($0.permalink, $0.path) }
            + profile.projects.map { ($0.permalink, $0.path) }
        let sections = site.sections.order.parts.compactMap { part in
            part.free?.permalink.map {
                ($0, part.isApart ? part.name + "/" : "#" + part.anchor)
            }
        }
        return pages
            + entries.compactMap { permalink, path in
                guard let permalink, let place = site.sections.references.target(of: path) else {
                    return nil
                }
                return (permalink, place)
            } + sections
    }

    private func add(
        _ path: String, _ fields: [(String, String)], _ files: inout [OutputFile]
    ) {
        guard let target = TargetPath(path) else { return }
        let lines = fields.map { "\($0): \(JSONWriter.quoted($1))" }
        let text = (["---"] + lines + ["---", ""]).joined(separator: "\n")
        files.append(OutputFile(target, .bytes(Array(text.utf8))))
    }

    private static func withoutSlash(_ address: String) -> String {
        var text = address
        while text.hasSuffix("/") { text.removeLast() }
        return text
    }
}
