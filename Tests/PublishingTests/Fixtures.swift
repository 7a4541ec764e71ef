import Formats
import Foundation
import Layouts
import ProfileStore
import Profiles
import RecordModel
import TestSupport
import Testing

@testable import Publishing

/// A store of one person and a folder to export into; each export is of the files it is given.
struct ExportFixture {
    let folder: TemporaryFolder
    let target: String
    private let snapshot: Snapshot

    init() throws {
        folder = try TemporaryFolder()
        target = folder.path + "/site"
        for (name, text) in StoreText.two { try folder.write(text, to: "store/" + name) }
        // A picture that is text as well, so that tests can compare files as texts.
        try folder.write("GIF89a PHOTO", to: "store/profiles/ada-lovelace/assets/photo.gif")
        try folder.write("%PDF-CV", to: "store/profiles/ada-lovelace/assets/cv.pdf")
        snapshot = try Snapshot(folder: folder.path + "/store")
    }

    /// Exports files as a layout of a theme would.
    @discardableResult
    func export(
        _ files: [OutputFile], to folder: String? = nil, as id: String = "ada-lovelace",
        layout: String = "test", theme: String? = nil, dryRun: Bool = false,
        foreign: Exporter.Options.ForeignFiles = .refuse, durable: Bool = false,
        atomic: Bool = false
    ) throws -> ExportReport {
        let reader = try snapshot.reader()
        let profile = try #require(try reader.profile(.known(id)))
        var options = Exporter.Options()
        options.theme = theme
        options.foreignFiles = foreign
        options.isDurable = durable
        options.isAtomic = atomic
        options.isDryRun = dryRun
        let layout = Layout(
            name: layout, summary: "", theme: "https://theme.example", version: 1,
            isSample: { $0.description.contains("sample") }
        ) { _ in Layout.Output(files: files) }
        return try Exporter(options: options).exporting(snapshot).export(
            profile, with: layout, to: folder ?? target, reader: reader)
    }

    /// Compares a target with what an export of files would leave there.
    func check(_ files: [OutputFile], theme: String? = nil) throws -> ExportReport {
        let reader = try snapshot.reader()
        let profile = try #require(try reader.profile(.known("ada-lovelace")))
        var options = Exporter.Options()
        options.theme = theme
        let layout = Layout(
            name: "test", summary: "", theme: "https://theme.example", version: 1
        ) { _ in Layout.Output(files: files) }
        return try Exporter(options: options).check(
            profile, with: layout, at: target, reader: reader)
    }

    /// An export of all profiles of the store into a folder.
    func sites(in folder: String? = nil, isByLayout: Bool = false) throws -> StoreExport {
        try StoreExport(
            of: Snapshot(folder: self.folder.path + "/store"),
            into: .init(folder: folder ?? target, isByLayout: isByLayout), exporter: Exporter())
    }

    /// All that is in a folder, links by what they lead to, with its bytes.
    func content(of folder: String? = nil) throws -> [String: String] {
        var found: [String: String] = [:]
        let root = folder ?? target
        let names = FileManager.default.enumerator(atPath: root)
        while let name = names?.nextObject() as? String {
            let path = root + "/" + name
            let type = try FileManager.default.attributesOfItem(atPath: path)[.type]
            switch type as? FileAttributeType {
            case .typeDirectory?: found[name] = "a folder"
            case .typeSymbolicLink?:
                found[name] =
                    "→ " + (try FileManager.default.destinationOfSymbolicLink(atPath: path))
            default:
                found[name] = String(
                    decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
            }
        }
        return found
    }

    /// Writes a file into the target.
    func write(_ text: String, to name: String) throws {
        try folder.write(text, to: "site/" + name)
    }
}

/// A file of text.
func file(_ path: String, _ text: String) throws -> OutputFile {
    OutputFile(try #require(TargetPath(path)), .bytes(Array(text.utf8)))
}

/// Edits of a shared file.
func edits(_ path: String, _ fields: [(String, String?)]) throws -> OutputFile {
    OutputFile(
        try #require(TargetPath(path)),
        .edits(
            try fields.map {
                FieldEdit(try #require(FieldPath(parsing: $0.0)), $0.1.map(Value.string))
            }))
}

/// A copy of a file of the profile.
func asset(_ path: String, _ name: String) throws -> OutputFile {
    OutputFile(try #require(TargetPath(path)), .asset(name))
}

extension ExportReport {
    /// The codes of the findings with the files they are about.
    func findings(below target: String) -> [String] {
        diagnostics.map { finding in
            let file = finding.location?.file ?? ""
            return "\(finding.code.rawValue) \(file.dropFirst(target.count + 1))"
        }.sorted()
    }
}
