import Formats
import Foundation
import RecordModel
import TestSupport
import Testing

@testable import LabfolioCommands

/// The forms of a diff for people, over records that would like to do more than be read.
@Suite(.enabled(if: GitOracle.isInstalled)) struct DiffFormTests {
    let oracle: GitOracle

    /// Texts that act in a terminal, in Markdown, in HTML, or on the direction of writing.
    static let hostile = [
        "\u{1B}[31mred\u{1B}[0m", "<script>alert(1)</script>",
        "@everyone #1 GH-2 http://evil.example",
        "`` ` ``` code", "</code></summary></details>",
        "**bold** [a](javascript:b) ![i](http://x.example)",
        "\u{202E}evil\u{202C}", "a\n\n- item\n\n# heading", "&lt;b&gt; & \"quoted\" 'single'",
        "| a | b |\n|---|---|", "<img src=x onerror=alert(1)>", "\u{7}bell\u{8}",
    ]

    init() throws { oracle = try GitOracle() }

    private func output(_ arguments: String...) async -> String {
        await RecordingTerminal(folder: oracle.path).run(["diff"] + arguments).output
    }

    /// A store in which every text of a profile is hostile, and then another one.
    private func commitHostile() throws {
        func text(_ shift: Int) -> String {
            let texts = (0..<Self.hostile.count).map {
                Self.hostile[($0 + shift) % Self.hostile.count]
            }
            let quoted = texts.map { VisibleText.json(.string($0), style: .compact) }
            var news = ""
            for (index, text) in quoted.enumerated() {
                news += "- id: n\(index)\n  date: \(text)\n  title: \(text)\n  text: \(text)\n"
                news += "  badge: \(text)\n  \(quoted[(index + 3) % quoted.count]): \(text)\n"
            }
            return news + "- id: m\(shift)\n  text: \(quoted[0])\n"
        }
        func person(_ shift: Int) -> String {
            let name = VisibleText.json(.string(Self.hostile[shift]), style: .compact)
            return "name:\n  display: \(name)\nrole: \(name)\nbio: \(name)\nkeywords: [\(name)]\n"
                + "layout:\n  theme: plain\n  options: {\(name): \(name)}\n"
        }
        try oracle.commit(
            "before",
            [
                "labfolio.yml": StoreText.configuration, "profiles/eve/profile.yml": person(1),
                "profiles/eve/news.yml": text(0), "profiles/mal/profile.yml": person(4),
            ])
        try oracle.commit(
            "after",
            [
                "profiles/eve/profile.yml": person(2), "profiles/eve/news.yml": text(1),
                "profiles/mal/profile.yml": person(5),
            ])
    }

    @Test func `nothing of a record acts in a terminal`() async throws {
        try commitHostile()
        for form in [["HEAD~", "HEAD"], ["HEAD~", "HEAD", "--stat"]] {
            var terminal = RecordingTerminal(folder: oracle.path)
            terminal.isTerminal = true
            terminal.environment["COLUMNS"] = "80"
            let output = await terminal.run(["diff"] + form).output
            #expect(!output.isEmpty)
            // What is left without our own colours has no control character.
            let plain = output.replacing(/\u{1B}\[[0-9;]*m/, with: "")
            for scalar in plain.unicodeScalars where scalar != "\n" {
                let isHidden =
                    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
                    || (0x202A...0x202E).contains(scalar.value)
                #expect(!isHidden, "U+\(String(scalar.value, radix: 16))")
            }
            for line in plain.split(separator: "\n") {
                #expect(StyledText.columns(of: line) <= 80, "\(line)")
            }
        }
    }

    @Test func `nothing of a record is markup in a comment`() async throws {
        try commitHostile()
        let output = await output("HEAD~", "HEAD", "--format", "markdown")
        #expect(output.contains("alert(1)") && output.contains("@everyone"))
        var rest = output
        // Code blocks, then what a summary holds, then code spans: what is left is ours.
        rest.replace(/(?m)^ *(`{3,})diff\n(.*\n.*\n) *\1\n/, with: "\n")
        rest.replace(/<code>[^<>`\n]*<\/code>/, with: "")
        rest.replace(/(`+)(?:[^`\n]|(?!\1(?!`))`+)+?\1(?!`)/, with: "")
        for tag in ["details", "summary", "b", "p"] {
            rest = rest.replacingOccurrences(of: "<\(tag)>", with: "")
                .replacingOccurrences(of: "</\(tag)>", with: "")
        }
        for sign in ["<", ">", "@", "#", "http", "script", "`", "![", "](", "evil", "GH-"] {
            #expect(!rest.contains(sign), "\(sign) in \(rest)")
        }
    }

    @Test func `nothing of a record is markup on a page, and the page loads nothing`() async throws
    {
        try commitHostile()
        let output = await output("HEAD~", "HEAD", "--format", "html")
        let tags = Set(output.matches(of: /<([a-zA-Z!]+)/).map { String($0.1) })
        #expect(
            tags.isSubset(of: [
                "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "header", "h", "p",
                "nav", "ol", "li", "a", "span", "main", "article", "div", "section", "ins", "del",
                "table", "thead", "tbody", "tr", "th", "td", "bdi", "code", "ul", "i", "b", "img",
                "small",
            ]), "\(tags)")
        #expect(!output.contains("onerror=alert(1)>"))
        // Addresses stand there as text alone.
        for match in output.matches(of: /(?:src|href)="([^"]*)"/) {
            #expect(
                match.1.hasPrefix("#profile-") || match.1.hasPrefix("data:image/"), "\(match.1)")
        }
        #expect(!output.contains("url("))
        #expect(!output.contains("@import"))
        guard SystemCommand.find("tidy") != nil else { return }
        let checked = try SystemCommand.run("tidy", ["-e", "-q", "-utf8"], input: output)
        #expect(checked.status == 0, "\(checked.errors)")
    }

    @Test(arguments: [1_000, 2_000, 5_000, 20_000, 65_536])
    func `a comment has an end, and says what it left out`(limit: Int) async throws {
        var (before, after) = (["labfolio.yml": StoreText.configuration], [String: String]())
        for number in 0..<60 {
            let id = "member-\(number)"
            before["profiles/\(id)/profile.yml"] = StoreText.person("Member \(number)")
            after["profiles/\(id)/profile.yml"] = StoreText.person(
                "Member \(number)",
                more: "role: Role\nbio: \(String(repeating: "word ", count: 400))\n")
            after["profiles/\(id)/news.yml"] = (0..<10).map {
                "- id: n\($0)\n  date: 2024-05\n  text: Text \($0).\n"
            }.joined()
        }
        try oracle.commit("before", before)
        try oracle.commit("after", after)
        let output = await output(
            "HEAD~", "HEAD", "--format", "markdown", "--limit", String(limit))
        #expect(output.utf8.count <= limit)
        #expect(output.utf8.count > limit / 2)
        #expect(output.contains("Sixty") || output.hasPrefix("**60 profiles changed**"))
        let open = output.components(separatedBy: "<details>").count
        #expect(open == output.components(separatedBy: "</details>").count)
        #expect(output.contains("Left out because a comment has an end") == (limit < 65_536))
    }

    @Test func `a field of a million letters is cut where people read it, and whole in JSON`()
        async throws
    {
        let long = String(repeating: "lorem ipsum ", count: 90_000)
        try oracle.commit(
            "before",
            [
                "labfolio.yml": StoreText.configuration,
                "profiles/a/profile.yml": StoreText.person("A", more: "bio: \(long)\nrole: x\n"),
            ])
        try oracle.commit(
            "after",
            [
                "profiles/a/profile.yml": StoreText.person(
                    "A", more: "bio: \(long) end.\nrole: \(long)\n")
            ])
        #expect(await output("HEAD~", "HEAD").utf8.count < 2_000)
        #expect(await output("HEAD~", "HEAD", "--stat").utf8.count < 300)
        #expect(await output("HEAD~", "HEAD", "--format", "markdown").utf8.count < 6_000)
        #expect(await output("HEAD~", "HEAD", "--format", "html").utf8.count < 200_000)
        #expect(await output("HEAD~", "HEAD", "--format", "json").utf8.count > 3_000_000)
    }

    @Test func `private notes are nowhere but at the terminal`() async throws {
        try oracle.commit("before", StoreText.two)
        let file = "profiles/ada-lovelace/news.yml"
        try oracle.commit(
            "after",
            [
                file: StoreText.news(("engine", "The engine *runs*."))
                    + "  private_notes: not before May\n- id: b\n  date: 2024\n  text: T\n"
                    + "  private_notes: not before May\n"
            ])
        #expect(await output("HEAD~", "HEAD").contains("not before May"))
        for form in ["markdown", "html"] {
            let text = await output("HEAD~", "HEAD", "--format", form)
            #expect(!text.contains("not before May"), "\(form)")
            #expect(text.contains("rivate"), "\(form)")
        }
    }

    @Test func `pictures are what their bytes say, and no larger than a page can bear`() {
        #expect(
            DiffPortrait.address(of: [0xFF, 0xD8, 0xFF, 0xE0]) == "data:image/jpeg;base64,/9j/4A==")
        #expect(
            DiffPortrait.address(of: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])?
                .hasPrefix("data:image/png;base64,iVBORw0KGgo=") == true)
        #expect(DiffPortrait.address(of: Array("GIF89a".utf8)) == "data:image/gif;base64,R0lGODlh")
        #expect(DiffPortrait.address(of: Array("RIFF0000WEBPVP8 ".utf8)) != nil)
        #expect(DiffPortrait.address(of: Array("<svg onload=alert(1)>".utf8)) == nil)
        #expect(DiffPortrait.address(of: Array("<html>".utf8)) == nil)
        #expect(DiffPortrait.address(of: []) == nil)
        #expect(
            DiffPortrait.address(
                of: [0xFF, 0xD8, 0xFF] + Array(repeating: 0, count: DiffPortrait.limit)) == nil)
    }
}
