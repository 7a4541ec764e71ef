import Formats
import Testing

/// Other programs, run to their end.
@Suite struct SubprocessTests {
    @Test func `arguments arrive as they are, and so does the output`() throws {
        let words = ["a b", "$HOME", "*", "", "ä", "; exit 3"]
        let outcome = try Subprocess.run("printf", ["%s|"] + words)
        #expect(outcome.status == 0)
        #expect(String(decoding: outcome.output, as: UTF8.self) == words.map { $0 + "|" }.joined())
    }

    @Test(arguments: [("exit 0", 0), ("exit 7", 7), ("kill -9 $$", 137)])
    func `the status is told`(script: String, status: Int32) throws {
        #expect(try Subprocess.run("sh", ["-c", script]).status == status)
    }

    @Test func `a program that is not there is not found`() {
        #expect {
            try Subprocess.run("no-such-program", [])
        } throws: { ($0 as? FileError)?.code == .notFound }
    }

    @Test func `it has nothing to read, and its errors do not show`() throws {
        let outcome = try Subprocess.run("sh", ["-c", "cat; echo x >&2"])
        #expect(outcome.status == 0)
        #expect(outcome.output == [])
    }

    @Test func `too much output stops it`() {
        #expect {
            try Subprocess.run("sh", ["-c", "while :; do echo xxxxxxxxxxxxxxxx; done"], limit: 100)
        } throws: { ($0 as? FileError)?.code == .tooLarge(limit: 100) }
    }

    @Test func `a lot of output does not block it`() throws {
        let outcome = try Subprocess.run("sh", ["-c", "head -c 500000 /dev/zero"])
        #expect(outcome.output.count == 500_000)
    }

    @Test func `programs run side by side, each with its own output`() {
        let results = Subprocess.runTogether(
            (0..<4).map { number in
                var call = Subprocess.Call("sh", ["-c", "echo out; echo err >&2; exit \(number)"])
                call.readsErrors = number % 2 == 0
                return call
            } + [Subprocess.Call("no-such-program", [])])
        let outcomes = results.compactMap { try? $0.get() }
        #expect(outcomes.map(\.status) == [0, 1, 2, 3])
        #expect(
            outcomes.map { String(decoding: $0.output, as: UTF8.self) }
                == ["out\nerr\n", "out\n", "out\nerr\n", "out\n"])
        #expect(results.count == 5)
        #expect(throws: FileError.self) { try results[4].get() }
    }

    @Test func `variables are set and taken away`() throws {
        var call = Subprocess.Call("sh", ["-c", "echo ${HOME-none} $LABFOLIO_X"])
        call.environment = ["HOME": nil, "LABFOLIO_X": "a b=c"]
        let outcome = try #require(try Subprocess.runTogether([call]).first?.get())
        #expect(String(decoding: outcome.output, as: UTF8.self) == "none a b=c\n")
    }
}
