import Foundation
import TestSupport

/// Exports the store's profiles, and compares that with Hugo making one page of each profile from
/// the same YAML.
struct HugoComparison {
    private let site: String
    private let profiles: Int
    private static let page = """
        {{ $all := index .Site.Data .Params.profile }}{{ with $all.profile }}<html><head>
        <title>{{ .name.display }}</title></head><body><h1>{{ .name.display }}</h1>
        <p>{{ .role }}</p>{{ .bio | markdownify }}{{ .interests | markdownify }}{{ end }}
        {{ range $all.news }}<p>{{ .date }} {{ .text | markdownify }}</p>{{ end }}
        {{ range $all.publications }}<div id="{{ .id }}"><b>{{ .title }}</b>
        {{ range .authors }}{{ if .self }}<u>{{ .name }}</u>{{ else }}{{ .name }}{{ end }}, {{ end }}
        <i>{{ .venue.name }}</i> {{ .date }} <a href="https://doi.org/{{ .doi }}">DOI</a>
        {{ range .links }}<a href="{{ .url }}">{{ .label }}</a>{{ end }}<p>{{ .abstract }}</p></div>
        {{ end }}
        {{ range $all.positions }}<p>{{ .role }}, {{ .organization }} {{ .start }}</p>{{ end }}
        {{ range $all.education }}<p>{{ .degree }}, {{ .organization }} {{ .start }}</p>{{ end }}
        {{ range $all.awards }}<p>{{ .title }} {{ .date }}</p>{{ end }}
        {{ range $all.service }}<p>{{ .role }} {{ .venue }}</p>{{ end }}
        {{ range $all.teaching }}<p>{{ .course }} {{ .term }}</p>{{ end }}
        {{ range $all.talks }}<p>{{ .title }} {{ .event }} {{ .place }}</p>{{ end }}
        {{ range $all.projects }}<p><a href="{{ .url }}">{{ .name }}</a> {{ .text }}</p>{{ end }}
        </body></html>
        """

    /// Makes the site, with the store's own files as its data.
    init(_ generator: StoreGenerator, files: String, scratch: TemporaryFolder) throws {
        site = scratch.path + "/hugo"
        profiles = generator.profiles
        try scratch.write(
            "baseURL = \"https://lab.example/\"\ndisableKinds = [\"taxonomy\", \"term\", \"RSS\"]\n",
            to: "hugo/config.toml")
        try scratch.write(Self.page, to: "hugo/layouts/_default/single.html")
        try scratch.write("<html></html>", to: "hugo/layouts/index.html")
        try scratch.write("<html></html>", to: "hugo/layouts/_default/list.html")
        for number in 0..<generator.profiles {
            let id = generator.id(number)
            try scratch.write("---\nprofile: \(id)\n---\n", to: "hugo/content/\(id).md")
        }
        _ = try MeasuredCommand("cp", ["-r", files + "/profiles", site + "/data"]).run()
    }

    /// Runs both sides in turns and returns the line to print; `form` says what is exported.
    func line(_ form: String, export: @escaping () throws -> MeasuredCommand.Cost) throws -> String
    {
        let title = "export of \(profiles) profiles, \(form), cold : hugo, one page a profile"
        guard (try? MeasuredCommand("hugo", ["version"]).run()) != nil else {
            return "skipped: no hugo: \(title)"
        }
        let outcome = try SystemCommand.run("hugo", ["-s", site, "-d", site + "/first"])
        let pages = try FileManager.default.contentsOfDirectory(atPath: site + "/first")
            .count { $0.hasPrefix("member-") }
        guard pages > 0 else { throw BenchmarkFailure(message: "hugo: \(outcome.errors)") }
        var generation = 0
        return try Comparison(
            title: title, aim: 1.0 / 3, runs: 3, ours: export,
            theirs: {
                generation += 1
                return try MeasuredCommand(
                    "hugo", ["-s", site, "-d", "\(site)/public-\(generation)"]
                ).run()
            }
        ).line()
    }
}
