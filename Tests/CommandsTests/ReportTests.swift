import Foundation
import TestSupport
import Testing

@testable import LabfolioCommands

/// The reports that other programs read.
@Suite(.enabled(if: GitOracle.isInstalled)) struct ReportTests {
    let lab: LabFixture

    init() throws {
        lab = try LabFixture()
        try lab.oracle.write(
            "- id: a\n  date: 2024-13 # <&\">\n  text: One.\n- id: a\n  date: 2024\n  text: '日\t'\n",
            to: "profiles/alan-turing/news.yml")
        try lab.oracle.write("x", to: "profiles/alan-turing/ü x.txt")
        try lab.oracle.write("x", to: "profiles/Bad/x")
        try lab.oracle.write("- id: [\n", to: "profiles/grace-hopper/news.yml")
    }

    private func report(_ format: String) async -> String {
        await RecordingTerminal(folder: lab.path).run(["validate", "--format", format]).output
    }

    private func json(_ format: String) async throws -> Any {
        try JSONSerialization.jsonObject(with: Data(await report(format).utf8))
    }

    @Test func `goldens`() async throws {
        for format in ["sarif", "gitlab", "junit"] {
            let file = "reports/\(format)." + (format == "junit" ? "xml" : "json")
            #expect(try Golden.mismatch(await report(format), file) == nil)
        }
    }

    @Test func `every finding is in every report, under the same fingerprint`() async throws {
        let own = try #require(try await json("json") as? [String: Any])
        let findings = try #require(own["diagnostics"] as? [[String: Any]])
        let prints = findings.compactMap { $0["fingerprint"] as? String }
        #expect(prints.count > 4 && Set(prints).count == prints.count)
        let gitlab = try #require(try await json("gitlab") as? [[String: Any]])
        #expect(gitlab.compactMap { $0["fingerprint"] as? String } == prints)
        for item in gitlab {
            #expect(
                Set(item.keys)
                    == ["description", "check_name", "fingerprint", "severity", "location"])
            let severities = ["info", "minor", "major", "critical", "blocker"]
            #expect(severities.contains(item["severity"] as? String ?? ""))
        }
        let sarif = try #require(try await json("sarif") as? [String: Any])
        let run = try #require((sarif["runs"] as? [[String: Any]])?.first)
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(
            results.compactMap {
                ($0["partialFingerprints"] as? [String: String])?["labfolioField/v1"]
            } == prints)
        let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
        let rules = try #require(driver?["rules"] as? [[String: Any]])
        for result in results {
            let index = try #require(result["ruleIndex"] as? Int)
            #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
        }
        for rule in rules { #expect(rule["help"] != nil) }
    }

    @Test func `a fingerprint stays when lines move and entries change places`() async throws {
        func prints() async throws -> [String: String] {
            let own = try await json("json") as? [String: Any]
            let findings = own?["diagnostics"] as? [[String: Any]] ?? []
            return Dictionary(
                findings.compactMap { finding in
                    guard let path = finding["path"] as? String else { return nil }
                    return (path, finding["fingerprint"] as? String ?? "")
                }, uniquingKeysWith: { one, _ in one })
        }
        let one = "- id: one\n  date: 2024-13\n  text: x\n"
        let two = "- id: two\n  date: 2024-14\n  text: x\n"
        try lab.oracle.write(one + two, to: "profiles/alan-turing/news.yml")
        let before = try await prints()
        try lab.oracle.write(
            "# A comment\n\n" + two.replacingOccurrences(of: "14", with: "15") + one,
            to: "profiles/alan-turing/news.yml")
        #expect(try await prints() == before)
        #expect(before["/news/one/date"] != nil && before["/news/two/date"] != nil)
        #expect(before["/news/one/date"] != before["/news/two/date"])
    }

    /// The schema of SARIF 2.1.0, which is not ours to pass on: its path is in the environment, or
    /// it lies beside the repository.
    private static let sarifSchema: String? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let paths = [
            ProcessInfo.processInfo.environment["LABFOLIO_SARIF_SCHEMA"],
            root.path + "/shared/sarif-schema-2.1.0.json",
        ]
        return paths.compactMap(\.self).first { FileManager.default.fileExists(atPath: $0) }
    }()

    @Test(
        .enabled(
            if: sarifSchema != nil, "LABFOLIO_SARIF_SCHEMA does not name the schema of SARIF"))
    func `SARIF is valid by its own schema`() async throws {
        let bytes = try #require(
            Self.sarifSchema.flatMap(FileManager.default.contents(atPath:)))
        // It names a draft before those that are known, and uses nothing that the next one changed.
        let text07 = String(decoding: bytes, as: UTF8.self)
            .replacingOccurrences(of: "draft-04", with: "draft-07")
        let schema = try lab.oracle.folder.write(text07, to: "sarif.json")
        let text = await report("sarif")
        try lab.oracle.write(text, to: "report.json")
        try lab.oracle.write(
            text.replacingOccurrences(of: "\"startLine\": 2", with: "\"startLine\": 0"),
            to: "bad.json")
        let terminal = RecordingTerminal(folder: lab.path)
        let outcome = await terminal.run(["schema", "check", "--schema", schema, "report.json"])
        #expect(outcome.status == 0, "\(outcome.output)")
        let bad = await terminal.run(["schema", "check", "--schema", schema, "bad.json"])
        #expect(bad.status == 1)
    }

    @Test(.enabled(if: SystemCommand.find("python3") != nil, "needs python3 as an XML reader"))
    func `JUnit is XML whose counts add up`() async throws {
        try lab.oracle.write(await report("junit"), to: "report.xml")
        let program = """
            import sys, xml.etree.ElementTree as tree
            root = tree.parse("report.xml").getroot()
            assert root.tag == "testsuites"
            suites = root.findall("testsuite")
            for suite in suites:
                cases = suite.findall("testcase")
                assert int(suite.get("tests")) == len(cases) > 0
                assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
            assert sum(int(s.get("tests")) for s in suites) == int(root.get("tests"))
            assert sum(int(s.get("failures")) for s in suites) == int(root.get("failures"))
            print([s.get("name") for s in suites])
            """
        let outcome = try SystemCommand.run("python3", ["-c", program], in: lab.path)
        #expect(outcome.errors == "")
        #expect(outcome.output == "['store', 'ada-lovelace', 'alan-turing', 'grace-hopper']\n")
    }
}
