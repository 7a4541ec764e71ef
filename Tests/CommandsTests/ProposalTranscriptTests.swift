import Foundation
import TestSupport
import Testing

@testable import LabfolioCommands

/// What the commands about proposals print.
@Suite(.enabled(if: GitOracle.isInstalled)) struct ProposalTranscriptTests {
    private let lab: LabFixture
    private var transcript: Transcript
    private static let role = "profiles/ada-lovelace/profile.yml"

    init() throws {
        lab = try LabFixture()
        transcript = lab.transcript()
        transcript.terminal.environment["GIT_AUTHOR_DATE"] = "1700006400 +0000"
    }

    private mutating func actAs(_ name: String, at seconds: Int) {
        transcript.note("as \(name)")
        let email = (name.split(separator: " ").first ?? "").lowercased() + "@example.org"
        transcript.terminal.environment = [
            "GIT_AUTHOR_NAME": name, "GIT_AUTHOR_EMAIL": email,
            "GIT_AUTHOR_DATE": "\(seconds) +0000",
        ]
    }

    @Test mutating func proposals() async throws {
        await transcript.run("proposals")
        await transcript.run("propose", "queen")
        let text = try lab.oracle.read(Self.role)
        try lab.oracle.write(
            text.replacingOccurrences(of: "Countess", with: "Queen"), to: Self.role)
        try lab.oracle.write(
            "- id: engines\n  title: On engines\n", to: "profiles/grace-hopper/talks.yml")
        await transcript.run("propose", "A Queen")
        await transcript.run("propose", "queen", "-m", "")
        await transcript.run("propose", "queen", "nobody", "-m", "For nobody")
        await transcript.run("propose", "queen", "ada-lovelace", "-m", "She is a queen now")
        await transcript.run("diff")
        await transcript.run("propose", "queen", "--keep", "-m", "And a talk")
        await transcript.run("diff")
        await transcript.run("proposals")
        actAs("Grace Hopper", at: 1_700_092_800)
        await transcript.run("propose", "queen")
        await transcript.run("propose", "talk", "--keep")
        await transcript.run("propose", "bad", "--from", "labfolio.yml")
        await transcript.run("proposals", "--format", "names")
        await transcript.run("reject", "quen", "-m", "No")
        await transcript.run("reject", "queen")
        await transcript.run("reject", "queen", "-m", "There is one already\n\nVictoria.")
        await transcript.run("reject", "queen", "-m", "Once more")
        await transcript.run("proposals")
        await transcript.run("proposals", "--all")
        await transcript.run("proposals", "--all", "--format", "json")
        await transcript.run("proposals", "--join")
        transcript.note("in a bare store")
        let bare = lab.oracle.folder.path + "/bare"
        try lab.oracle.git("clone", "-q", "--mirror", ".", bare)
        transcript.terminal.folder = bare
        await transcript.run("proposals")
        await transcript.run("propose", "more")
        transcript.terminal.input =
            """
            diff --git a/\(Self.role) b/\(Self.role)
            --- a/\(Self.role)
            +++ b/\(Self.role)
            @@ -1,3 +1,3 @@
             name:
               display: Ada Lovelace
            -role: Countess
            +role: Analyst

            """
        await transcript.run("propose", "analyst", "--from", "-", "-m", "Back to work")
        await transcript.run("propose", "analyst-2", "alan-turing", "--from", "-")
        await transcript.run("proposals")
        #expect(try transcript.mismatch("proposals") == nil)
    }
}
