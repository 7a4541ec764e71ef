internal import Formats
internal import Profiles
internal import RecordModel

extension Layout {
    /// labfolio's own site: complete by itself, built by Jekyll 4 and by GitHub Pages without any
    /// plugin.
    ///
    /// Its templates are fixed files, and all that varies is data: texts that templates escape, or
    /// HTML that is safe as it is. So no text of a record is ever read as Liquid, Markdown or
    /// front matter.
    public static let plain = Layout(
        name: "plain",
        summary: "A complete site of its own: fast, accessible, printable, without any plugin",
        theme: nil, version: 2, output: PlainOutput.output)
}

/// Makes the files of a plain site.
enum PlainOutput {
    /// The file that holds everything that varies from record to record.
    static let dataPath = "_data/homepage.json"

    /// Returns the files of a record.
    @Sendable
    static func output(_ input: Layout.Input) -> Layout.Output {
        let site = PlainSite(input.withoutForbiddenCharacters)
        let pages = PlainPages(site: site)
        let data = site.value
        var files = PlainTheme.outputFiles + pages.files + [pages.configuration].compactMap { $0 }
        if let path = TargetPath(dataPath) {
            files.append(OutputFile(path, .bytes(JSONWriter().file(data))))
        }
        for asset in PlainAsset.all(in: data) {
            files.append(OutputFile(asset.path, .asset(asset.path.description)))
        }
        files.sort { $0.path < $1.path }
        return Layout.Output(files: files, diagnostics: PlainFindings(style: site.style).all)
    }
}
