import Foundation
import TestSupport
import Testing

@testable import LabfolioCommands

/// What a review, a decision and an acceptance print.
@Suite(.enabled(if: GitOracle.isInstalled)) struct ReviewTranscriptTests {
    private let lab: LabFixture
    private var transcript: Transcript
    private static let ada = "profiles/ada-lovelace/profile.yml"
    private static let grace = "profiles/grace-hopper/profile.yml"
    private static let news = "profiles/ada-lovelace/news.yml"

    init() throws {
        lab = try LabFixture()
        transcript = lab.transcript()
        actAs("Ada Lovelace", at: 1_700_006_400)
    }

    private mutating func actAs(_ name: String, at seconds: Int) {
        let email = (name.split(separator: " ").first ?? "").lowercased() + "@example.org"
        transcript.terminal.environment = [
            "GIT_AUTHOR_NAME": name, "GIT_AUTHOR_EMAIL": email,
            "GIT_AUTHOR_DATE": "\(seconds) +0000",
        ]
    }

    private func replace(_ text: String, by other: String, in file: String) throws {
        let before = try lab.oracle.read(file)
        try #require(before.contains(text))
        try lab.oracle.write(before.replacingOccurrences(of: text, with: other), to: file)
    }

    @Test func `the page of a review shows the portraits before and after`() async throws {
        let photo = "repository/profiles/ada-lovelace/assets/photo.jpg"
        try lab.oracle.folder.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], to: photo)
        try replace("role: Countess", by: "role: Queen", in: Self.ada)
        let terminal = transcript.terminal
        #expect(await terminal.run(["propose", "queen"]).status == 0)
        let page = await terminal.run(["review", "queen", "--format", "html"]).output
        #expect(page.contains("<del><img") && page.contains("<ins><img"))
        #expect(page.contains("src=\"data:image/jpeg;base64,/9j/4A==\""))
        #expect(page.contains("src=\"data:image/png;base64,iVBORw0KGgo=\""))
        #expect(page.contains("Queen"))
    }

    @Test mutating func proposeJSONPatch() async throws {
        try replace("role: Countess", by: "role: Queen # now", in: Self.ada)
        try lab.oracle.write(
            StoreText.news(("award", "Another award."), ("new", "New.")), to: Self.news)
        let terminal = transcript.terminal
        let one = await terminal.run(
            ["diff", "--profile", "ada-lovelace", "--format", "json-patch"]).output
        try replace("role: Officer", by: "role: Admiral", in: Self.grace)
        let all = await terminal.run(["diff", "--format", "json-patch"]).output
        try lab.oracle.git("checkout", "-q", ".")
        try lab.oracle.folder.write(one, to: "one.json")
        try lab.oracle.folder.write(all, to: "all.json")
        let folder = lab.oracle.folder.path
        await transcript.run("propose", "one", "--from", folder + "/one.json")
        await transcript.run("propose", "one", "ada-lovelace", "--from", folder + "/one.json")
        await transcript.run("review", "one")
        await transcript.run("propose", "all", "grace-hopper", "--from", folder + "/all.json")
        await transcript.run("propose", "all", "--from", folder + "/all.json")
        #expect(
            try lab.oracle.git("show", "proposals/one:" + Self.ada)
                == lab.oracle.read(Self.ada)
                .replacingOccurrences(of: "role: Countess", with: "role: Queen")
                .trimmingCharacters(in: .newlines))
        await transcript.run("accept", "all")
        transcript.note(
            "a patch of what is there no more, one that is none, a record that is invalid")
        await transcript.run("propose", "again", "--from", folder + "/all.json")
        transcript.terminal.input = "{\"ada-lovelace\": 3}"
        await transcript.run("propose", "again", "--from", "-")
        transcript.terminal.input = "[}"
        await transcript.run("propose", "again", "ada-lovelace", "--from", "-")
        transcript.terminal.input = #"[{"op": "add", "path": "/profile/rol", "value": "x"}]"#
        await transcript.run("propose", "again", "ada-lovelace", "--from", "-")
        transcript.note("a profile that begins with the patch")
        transcript.terminal.input =
            #"{"eve": [{"op": "add", "path": "/profile", "value": {"name": {"display": "Eve"}}}]}"#
        await transcript.run("propose", "eve", "--from", "-")
        #expect(
            try lab.oracle.git("show", "proposals/eve:profiles/eve/profile.yml").contains("Eve"))
        #expect(try transcript.mismatch("propose-json-patch") == nil)
    }

    @Test mutating func review() async throws {
        await transcript.run("review", "none")
        try replace("role: Countess", by: "role: Queen", in: Self.ada)
        try replace("role: Officer", by: "role: Admiral", in: Self.grace)
        try lab.oracle.write(
            try lab.oracle.read(Self.news) + "- id: queen\n  date: 2024-06\n  text: A queen now.\n",
            to: Self.news)
        await transcript.run("propose", "queen", "-m", "She is a queen now\n\nAnd more.")
        await transcript.run("review", "queen")
        await transcript.run("review", "queen", "-m", "Are you sure?", "--format", "markdown")
        transcript.note("meanwhile, another role is committed")
        try replace("role: Countess", by: "role: Empress", in: Self.ada)
        try lab.oracle.commit("empress")
        actAs("Grace Hopper", at: 1_700_092_800)
        await transcript.run("proposals")
        await transcript.run("review", "queen", "--format", "json")
        await transcript.run("accept", "queen")
        await transcript.run("resolve", "queen")
        await transcript.run("resolve", "queen", "/profile/role")
        await transcript.run("resolve", "queen", "/profile/rol", "--ours")
        await transcript.run("resolve", "queen", "/profile/role", "--ours", "--theirs")
        await transcript.run("accept", "queen", "--partial")
        await transcript.run("review", "queen")
        await transcript.run("resolve", "queen", "/profile/role", "--value", "Queen and Empress")
        await transcript.run("accept", "queen", "-m", "Both, then")
        await transcript.run("accept", "queen")
        await transcript.run("reject", "queen", "-m", "Too late")
        await transcript.run("proposals", "--all")
        await transcript.run("show", "ada-lovelace", "/profile/role")
        await transcript.run("review", "queen")
        #expect(try lab.oracle.git("status", "--porcelain") == "")
        #expect(try lab.oracle.faults() == "")
        #expect(try transcript.mismatch("review") == nil)
    }

    @Test mutating func accept() async throws {
        transcript.note("with owners")
        try lab.oracle.write(
            StoreText.configuration
                + "owners:\n  - match: ada-lovelace\n    emails: [ada@example.org]\n"
                + "  - match: grace-hopper\n    emails: [grace@example.org]\n",
            to: "labfolio.yml")
        try lab.oracle.commit("owners")
        try replace("role: Countess", by: "role: Queen", in: Self.ada)
        try replace("role: Officer", by: "role: Admiral", in: Self.grace)
        await transcript.run("propose", "titles", "-m", "New titles")
        await transcript.run("review", "titles")
        await transcript.run("accept", "titles")
        await transcript.run("accept", "titles", "--partial", "--squash")
        actAs("Grace Hopper", at: 1_700_092_800)
        await transcript.run("accept", "titles", "--squash")
        #expect(
            try lab.oracle.git("log", "-2", "--format=%an, %cn: %s")
                == "Ada Lovelace, Grace Hopper: New titles\nAda Lovelace, Ada Lovelace: New titles")
        transcript.note("what brings errors")
        try replace("role: Admiral", by: "rol: Admiral", in: Self.grace)
        await transcript.run("propose", "slip")
        await transcript.run("accept", "slip")
        await transcript.run("review", "slip")
        transcript.note("on the proposal's own branch")
        try lab.oracle.git("checkout", "-q", "proposals/slip")
        try replace("rol: Admiral", by: "role: Admiral", in: Self.grace)
        await transcript.run("propose", "slip", "-m", "Mended")
        await transcript.run("accept", "slip")
        try lab.oracle.git("checkout", "-q", "main")
        await transcript.run("review", "slip")
        #expect(try transcript.mismatch("accept") == nil)
    }

    @Test mutating func `a page of a review loads nothing and shows data as text`() async throws {
        try replace("role: Countess", by: "role: <script>alert(1)</script>", in: Self.ada)
        await transcript.run("propose", "script", "-m", "<b>bold</b>")
        let page = await transcript.terminal.run(["review", "script", "--format", "html"])
        #expect(page.output.hasPrefix("<!DOCTYPE html>"))
        #expect(page.output.contains("Homepages:"))
        #expect(!page.output.contains("<script") && !page.output.contains("<b>bold"))
        #expect(page.output.contains("&lt;b&gt;bold"))
        let comment = await transcript.terminal.run(["review", "script", "--format", "markdown"])
        #expect(comment.output.contains("`<b>bold</b>`"))
    }

    @Test mutating func `members that are mentioned change other homepages`() async throws {
        let file = "profiles/grace-hopper/publications.yml"
        try lab.oracle.commit(
            "mention",
            [
                file: """
                - id: paper-2024
                  title: A paper
                  authors:
                    - name: A. Lovelace
                      profile: ada-lovelace
                  date: 2024

                """
            ])
        try replace(
            "  theme: plain", by: "  theme: plain\n  url: https://ada.example", in: Self.ada)
        await transcript.run("propose", "address")
        let review = await transcript.terminal.run(["review", "address", "--format", "json"])
        #expect(review.output.contains("\"profile\": \"grace-hopper\""), "\(review.output)")
        #expect(!review.output.contains("\"profile\": \"alan-turing\""))
    }
}
