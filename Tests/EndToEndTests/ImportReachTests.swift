import Foundation
import TestSupport
import Testing

/// How far an import reaches: the site and the store, no other folder, and no network.
@Suite(
    .enabled(
        if: LabfolioBinary.path != nil && Trace.isPossible, "needs the tool, and strace to watch it"
    ))
struct ImportReachTests {
    private let folder: TemporaryFolder
    private var site: String { folder.path + "/site" }
    private var store: String { folder.path + "/store" }

    init() throws {
        folder = try TemporaryFolder()
        #expect(
            try LabfolioBinary.run(["init", folder.path + "/store"], in: folder.path).status == 0)
        try folder.write("secret words", to: "secret.md")
        try folder.write("secret: words", to: "elsewhere/cv.yml")
        try folder.write(
            """
            ---
            author_profile: true
            ---
            I am Ada Berg. ![me](http://127.0.0.1:9/me.png) <img src="//127.0.0.1:9/b.png">
            {% include_relative ../../secret.md %}
            {% include_relative cv.md %}

            # Publications
            - [Quiet Streams](http://127.0.0.1:9/x.pdf) Jo Lind, **Ada Berg**
            """, to: "site/_pages/about.md")
        try folder.write(
            "title: Ada\nauthor:\n  name: Ada Berg\n  avatar: ../secret.md\n"
                + "remote_theme: http://127.0.0.1:9/theme\n", to: "site/_config.yml")
        let links = [("site/_pages/cv.md", "../../secret.md"), ("site/_data", "../elsewhere")]
        for (path, target) in links {
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/" + path, withDestinationPath: target)
        }
    }

    @Test func `an import opens no connection, writes into the store alone, and follows no link`()
        throws
    {
        let tool = try #require(LabfolioBinary.path)
        let trace = try Trace(
            of: [tool, "import", site, "--as", "ada", "--store", store], in: folder)
        #expect(trace.status == 0, "\(trace.output)")
        #expect(trace.connections == [])
        let outside = trace.written.filter {
            !$0.hasPrefix(store + "/") && !$0.hasPrefix("/dev/") && !$0.hasPrefix(trace.scratch)
        }
        #expect(outside == [])
        #expect(!trace.read.contains { $0.hasSuffix("/secret.md") || $0.hasSuffix("/cv.yml") })
        #expect(trace.written.contains { $0.hasPrefix(store + "/profiles/ada/") })
        #expect(trace.read.contains(site + "/_pages/about.md"))
        let words = try SystemCommand.run("grep", ["-r", "secret words", store])
        #expect(words.status == 1, "\(words.output)")
    }

    @Test func `what another program does is seen`() throws {
        let outside = folder.path + "/outside"
        let trace = try Trace(
            of: [
                "/bin/bash", "-c",
                "echo a > \(outside); mkdir \(outside).d; cat \(folder.path)/secret.md; "
                    + "exec 3<>/dev/tcp/127.0.0.1/9",
            ], in: folder)
        #expect(trace.connections.count == 1)
        #expect(trace.written.contains(outside) && trace.written.contains(outside + ".d"))
        #expect(trace.read.contains(folder.path + "/secret.md"))
    }
}

/// What a program asked of the system.
private struct Trace {
    static let isPossible: Bool = {
        guard let folder = try? TemporaryFolder(),
            let trace = try? Trace(of: ["/bin/true"], in: folder)
        else { return false }
        return trace.status == 0
    }()

    let status: Int32
    let output: String
    /// The calls that open connections.
    private(set) var connections: [String] = []
    /// What was opened for writing, made, renamed or taken away.
    private(set) var written: Set<String> = []
    /// What was opened for reading.
    private(set) var read: Set<String> = []
    /// Where the program's own output goes.
    let scratch: String

    init(of command: [String], in folder: TemporaryFolder) throws {
        scratch = folder.path + "/trace"
        let outcome = try SystemCommand.run(
            "strace",
            ["-f", "-y", "-s", "2000", "-e", "trace=%network,%file", "-o", scratch] + command,
            in: folder.path,
            environment: [
                "HOME": folder.path + "/home", "GIT_AUTHOR_NAME": "Ada",
                "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_COMMITTER_NAME": "Ada",
                "GIT_COMMITTER_EMAIL": "ada@example.org", "LABFOLIO_CACHE": "off",
            ])
        status = outcome.status
        output = outcome.output + outcome.errors
        for line in try folder.read("trace").split(separator: "\n") { take(line) }
    }

    private static let changing: Set<Substring> = [
        "mkdir", "mkdirat", "rmdir", "unlink", "unlinkat", "rename", "renameat", "renameat2",
        "link",
        "linkat", "symlink", "symlinkat", "chmod", "fchmodat", "chown", "fchownat", "truncate",
        "mknod", "mknodat", "utimensat", "creat",
    ]

    /// Takes a line: `4500 openat(AT_FDCWD</a>, "/a/b", O_RDONLY) = 6</a/b>`.
    private mutating func take(_ line: Substring) {
        let call = line.drop { $0.isNumber || $0 == " " }
        guard let open = call.firstIndex(of: "("), !call.contains(" = -1 E") || isConnecting(call)
        else { return }
        let name = call[..<open]
        if isConnecting(call) { connections.append(String(call)) }
        let parts = call.split(separator: "\"", omittingEmptySubsequences: false)
        let paths = stride(from: 1, to: parts.count, by: 2).map { index in
            path(parts[index], behind: parts[index - 1])
        }
        if Self.changing.contains(name) {
            written.formUnion(paths)
        } else if name.hasPrefix("open"), let path = paths.first {
            let flags = parts.dropFirst(2).joined()
            let isWriting = ["O_WRONLY", "O_RDWR", "O_CREAT"].contains(where: flags.contains)
            if isWriting { written.insert(path) } else { read.insert(path) }
        }
    }

    private func isConnecting(_ call: Substring) -> Bool {
        ["connect(", "sendto(", "bind("].contains(where: call.hasPrefix)
            && (call.contains("AF_INET") || call.contains("sin_"))
    }

    /// A path from the root: what stands before it says which folder it counts from.
    private func path(_ path: Substring, behind before: Substring) -> String {
        guard !path.hasPrefix("/"), let end = before.lastIndex(of: ">"),
            let start = before[..<end].lastIndex(of: "<")
        else { return String(path) }
        return before[before.index(after: start)..<end] + "/" + path
    }
}
