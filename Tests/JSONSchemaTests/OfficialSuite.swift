import Formats
import Foundation
import RecordModel
import Testing

/// The official test suite of JSON Schema, where it lies beside the checkout.
struct OfficialSuite {
    /// One schema of the suite with the values that it judges.
    struct Group: Sendable, CustomTestStringConvertible {
        let file: String
        let description: String
        let schema: Value
        let tests: [(description: String, data: Value, isValid: Bool)]

        /// The name by which the list of skipped groups knows it.
        var name: String { "\(file): \(description)" }
        var testDescription: String { name }
    }

    /// The folder of the suite, nil where it is not there.
    static let folder: String? = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        let folder = root.appendingPathComponent("../shared/peers/json-schema-test-suite")
            .standardized.path
        return FileManager.default.fileExists(atPath: folder) ? folder : nil
    }()

    static let isThere = folder != nil

    /// All groups for 2020-12, those for optional behaviour included.
    static let groups: [Group] = {
        guard let folder else { return [] }
        let root = folder + "/tests/draft2020-12"
        return files(in: root).flatMap { file in
            (value(of: root + "/" + file).list ?? []).map { group in
                Group(
                    file: file, description: group["description"]?.string ?? "",
                    schema: group["schema"] ?? nil,
                    tests: (group["tests"]?.list ?? []).map {
                        (
                            $0["description"]?.string ?? "", $0["data"] ?? nil,
                            $0["valid"]?.bool ?? false
                        )
                    })
            }
        }
    }()

    /// The schemas that the suite expects a server on the loopback to hold.
    static let remotes: [String: Value] = {
        guard let folder else { return [:] }
        let root = folder + "/remotes"
        return Dictionary(
            uniqueKeysWithValues: files(in: root).map {
                ("http://localhost:1234/" + $0, value(of: root + "/" + $0))
            })
    }()

    private static func files(in folder: String) -> [String] {
        (FileManager.default.enumerator(atPath: folder)?.allObjects ?? [])
            .compactMap { $0 as? String }.filter { $0.hasSuffix(".json") }.sorted()
    }

    private static func value(of path: String) -> Value {
        do {
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
            return try JSONReader().read(bytes, file: path).value
        } catch {
            // A file of the suite that cannot be read is a group that fails.
            return [["description": .string("\(error)"), "schema": nil, "tests": []]]
        }
    }
}
