import Formats
import Git
import Testing

@testable import Publishing

/// What git says about branches elsewhere.
@Suite struct GitAnswerTests {
    private func outcome(_ text: String, status: Int32) throws -> Result<
        Subprocess.Outcome, FileError
    > {
        var call = Subprocess.Call(
            "sh", ["-c", "printf %s \"$1\" >&2; exit $2", "sh", text, String(status)])
        call.readsErrors = true
        return try #require(Subprocess.runTogether([call]).first)
    }

    struct PushCase: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let verdict: String
        var testDescription: String { name }
    }

    @Test(arguments: [
        PushCase(
            name: "git itself would have to force",
            text: "!\tabc:refs/heads/main\t[rejected] (fetch first)\n", verdict: "lost race"),
        PushCase(
            name: "somebody else holds the lock",
            text:
                "!\tabc:refs/heads/main\t[remote rejected] (cannot lock ref 'refs/heads/main': x)",
            verdict: "lost race"),
        PushCase(
            name: "somebody else was quicker at the last moment",
            text: "!\tabc:refs/heads/main\t[remote rejected] (incorrect old value provided)",
            verdict: "lost race"),
        PushCase(
            name: "somebody else was quicker, in the words of an older git",
            text: "!\tabc:refs/heads/main\t[remote rejected] (failed to update ref)",
            verdict: "lost race"),
        PushCase(
            name: "a hook says no",
            text:
                "remote: No.\n!\tabc:refs/heads/main\t[remote rejected] (pre-receive hook declined)",
            verdict: "refused"),
        PushCase(
            name: "the branch is checked out",
            text: "!\tabc:refs/heads/main\t[remote rejected] (branch is currently checked out)",
            verdict: "refused"),
        PushCase(name: "no connection", text: "fatal: Could not read", verdict: "failed"),
    ]) func `why a push did not come through`(given: PushCase) throws {
        let verdict =
            switch GitAnswer.push(try outcome(given.text, status: 1)) {
            case .done: "done"
            case .lostRace: "lost race"
            case .refused: "refused"
            case .failed: "failed"
            }
        #expect(verdict == given.verdict)
    }

    @Test func `a branch is found by its whole name`() throws {
        let id = String(repeating: "ab", count: 20)
        let text = """
            Warning: Permanently added 'host' to the list of known hosts.
            \(String(repeating: "0", count: 40))\trefs/remotes/origin/refs/heads/main
            \(id)\trefs/heads/main

            """
        guard
            case .at(let found) = GitAnswer.tip(
                of: "refs/heads/main", try outcome(text, status: 0))
        else {
            Issue.record("not found")
            return
        }
        #expect(found.description == id)
        guard case .absent = GitAnswer.tip(of: "refs/heads/mai", try outcome(text, status: 0))
        else {
            Issue.record("found")
            return
        }
        guard
            case .unknown(let failure) = GitAnswer.tip(
                of: "refs/heads/main", try outcome("fatal: no\nhint: do\n", status: 128))
        else {
            Issue.record("known")
            return
        }
        #expect(failure.said == ["fatal: no"])
    }

    @Test func `ids of another kind are said`() throws {
        let text = String(repeating: "ab", count: 32) + "\trefs/heads/main\n"
        guard
            case .unknown(let failure) = GitAnswer.tip(
                of: "refs/heads/main", try outcome(text, status: 0))
        else {
            Issue.record("known")
            return
        }
        #expect(failure.hint?.contains("SHA-1") == true)
    }
}
