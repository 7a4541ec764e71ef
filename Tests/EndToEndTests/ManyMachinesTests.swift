import Foundation
import TestSupport
import Testing

/// What the README tells machines to run is run, as far as one machine can: with folders for the
/// machines, and programs of a few lines for Slurm and for the copy to the web server.
@Suite(
    .enabled(
        if: LabfolioBinary.path != nil && GitOracle.isInstalled
            && SystemCommand.find("bash") != nil,
        "needs the tool, git and bash"))
struct ManyMachinesTests {
    private let folder: TemporaryFolder
    private let section: String
    private static let people = 9

    init() throws {
        folder = try TemporaryFolder()
        let readme = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../README.md").standardized
        let text = try String(contentsOf: readme, encoding: .utf8)
        section = try #require(
            text.components(separatedBy: "\n## ").first { $0.hasPrefix("Many machines\n") })
        try folder.write(StoreText.configuration, to: "home/homepages/labfolio.yml")
        for number in 0..<Self.people {
            try folder.write(
                StoreText.person("Person \(number)"),
                to: "home/homepages/profiles/person-\(number)/profile.yml")
        }
        let store = folder.path + "/home/homepages"
        for arguments in [
            ["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "people"],
        ] {
            try SystemCommand.run(
                "git", ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"] + arguments,
                in: store)
        }
        // It takes what is copied to the web server.
        try program(
            "rsync", "from=${@: -2:1}; mkdir -p \"$WWW\"; cp -r \"$from.\" \"$WWW\"")
        // It runs the tasks of an array one after the other, and what waits for them after that.
        try program(
            "sbatch",
            """
            case "$1" in
            --parsable)
                script=${@: -1}
                range=$(sed -n 's/^#SBATCH --array=//p' "$script")
                export SLURM_ARRAY_TASK_COUNT=$((${range#*-} - ${range%-*} + 1))
                for id in $(seq "${range%-*}" "${range#*-}"); do
                    SLURM_ARRAY_TASK_ID=$id bash "$script" >> "$LOG" 2>&1 || exit 1
                done
                echo 4711 ;;
            --dependency=afterok:4711) bash -c "${@: -1}" ;;
            *) exit 2 ;;
            esac
            """)
    }

    private func program(_ name: String, _ text: String) throws {
        let path = try folder.write("#!/bin/bash\n\(text)\n", to: "bin/" + name)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }

    /// The text of the block of a kind.
    private func block(_ kind: String) throws -> String {
        let pattern = try Regex("```\(kind)\\n(.*?)\\n```").dotMatchesNewlines()
        let blocks = section.matches(of: pattern).compactMap {
            $0.output[1].substring.map(String.init)
        }
        return try #require(blocks.last)
    }

    private func run(_ script: String, in place: String) throws -> SystemCommand.Outcome {
        let tool = try #require(LabfolioBinary.path)
        let programs = URL(fileURLWithPath: tool).deletingLastPathComponent().path
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return try SystemCommand.run(
            "bash", ["-euo", "pipefail", "-c", script], in: folder.path + "/" + place,
            environment: [
                "PATH": "\(folder.path)/bin:\(programs):\(path)", "LABFOLIO_CACHE": "off",
                "WWW": folder.path + "/www", "LOG": folder.path + "/log",
            ])
    }

    /// Expects that the web server has every homepage, as the store says.
    private func checkServer() throws {
        let www = folder.path + "/www"
        let made = try FileManager.default.contentsOfDirectory(atPath: www)
        #expect(made.filter { $0.hasPrefix("person-") }.count == Self.people)
        let check = try run(
            "labfolio export --at HEAD --check '\(www)'", in: "home/homepages")
        #expect(check.status == 0, "\(check.errors)")
    }

    @Test func `the matrix of GitHub Actions deploys every homepage`() throws {
        let workflow = try block("yaml")
        let steps = workflow.matches(of: /- run: (.*)/).map { String($0.1) }
        #expect(steps.count == 3)
        let parts = try #require(workflow.firstMatch(of: /part: \[([\d, ]+)\]/)).1
            .split(separator: ",").map { $0.filter(\.isNumber) }
        #expect(parts.count == 4)
        // Every part runs on a machine of its own, with a copy of the store.
        for part in parts {
            try SystemCommand.run(
                "git", ["clone", "-q", "home/homepages", "runner-\(part)"], in: folder.path)
            let outcome = try run(
                steps[0].replacing(/\$\{\{ *matrix\.part *\}\}/, with: part),
                in: "runner-\(part)")
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        // What is uploaded comes together on one more, which has no store.
        for name in ["sites", "receipts"] {
            try FileManager.default.createDirectory(
                atPath: folder.path + "/deploy/" + name, withIntermediateDirectories: true)
            for part in parts {
                try SystemCommand.run(
                    "cp", ["-r", "runner-\(part)/\(name)/.", "deploy/" + name], in: folder.path)
            }
        }
        let joined = try run(steps[1], in: "deploy")
        #expect(joined.status == 0, "\(joined.errors)")
        #expect(joined.output.contains("\(Self.people) of \(Self.people) profiles"))
        #expect(try run(steps[2], in: "deploy").status == 0)
        try checkServer()
        // A part whose receipt did not come is missed.
        try FileManager.default.removeItem(
            atPath: folder.path + "/deploy/receipts/\(parts[1]).json")
        #expect(try run(steps[1], in: "deploy").status == 1)
    }

    @Test func `the array of Slurm deploys every homepage, and nothing if one task fails`() throws {
        func local(_ text: String) -> String {
            text.replacing("/home/lab/homepages", with: folder.path + "/home/homepages")
                .replacing("/scratch", with: folder.path + "/scratch")
        }
        try folder.write(local(try block("bash")), to: "jobs/part.sh")
        let commands = local(
            try block("console").split(separator: "\n").map { line in
                try #require(line.hasPrefix("$ "))
                return String(line.dropFirst(2))
            }.joined(separator: "\n"))
        let outcome = try run(commands, in: "jobs")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("in 16 parts, each exported once"), "\(outcome.output)")
        try checkServer()
        // A record that breaks its schema fails its task, and nothing is copied.
        try FileManager.default.removeItem(atPath: folder.path + "/www")
        try folder.write("name: 1\n", to: "home/homepages/profiles/person-3/profile.yml")
        try SystemCommand.run(
            "git",
            [
                "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "-qam",
                "break",
            ], in: folder.path + "/home/homepages")
        #expect(try run(commands, in: "jobs").status != 0)
        #expect(!folder.contains("www"))
    }
}
