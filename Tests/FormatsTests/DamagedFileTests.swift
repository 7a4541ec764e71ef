import Formats
import Foundation
import RecordModel
import TestSupport
import Testing

/// Texts that nobody meant: every one is a value, or has a finding that says where it breaks.
struct DamagedFileTests {
    private static let seeds: Range<UInt64> =
        0..<(ProcessInfo.processInfo.environment["LABFOLIO_SOAK"] == "1" ? 10_000 : 300)

    /// A small section file, a different one for each seed.
    private static func section(_ seed: UInt64) -> Value {
        var generator = StoreGenerator()
        generator.publications = 2
        generator.news = 2
        let record = generator.record(Int(seed % 50))
        return record[Int(seed) % record.count].value
    }

    @Test func `damaged YAML is a value or a finding`() throws {
        var (values, findings) = (0, 0)
        for seed in Self.seeds {
            var damage = Damage(seed: seed)
            let bytes = damage.damaged(Array(YAMLWriter().text(Self.section(seed)).utf8))
            do throws(Diagnostic) {
                let text = try YAMLReader().read(bytes, file: "damaged.yml")
                // Whatever could be read has a place for each of its parts.
                #expect(text.sourceMap.location(of: .root, in: text.value).line >= 1)
                values += 1
            } catch {
                #expect(!error.message.isEmpty)
                #expect(error.location?.file == "damaged.yml", "seed \(seed)")
                findings += 1
            }
        }
        // Damage that never broke anything, or always did, would test half of the reader.
        #expect(values > 20 && findings > 20)
    }

    @Test func `damaged JSON is a value or a finding`() throws {
        var (values, findings) = (0, 0)
        for seed in Self.seeds {
            var damage = Damage(seed: seed)
            let writer = JSONWriter(style: seed % 2 == 0 ? .compact : .indented)
            let bytes = damage.damaged(Array(writer.text(Self.section(seed)).utf8))
            let value = JSONReader().value(of: bytes, in: bytes.indices)
            do throws(Diagnostic) {
                let text = try JSONReader().read(bytes, file: "damaged.json")
                #expect(value == nil || value == text.value, "seed \(seed)")
                values += 1
            } catch {
                #expect(value == nil, "seed \(seed)")
                #expect(error.location?.file == "damaged.json", "seed \(seed)")
                findings += 1
            }
        }
        #expect(values > 20 && findings > 20)
    }

    @Test func `an edit of damaged YAML keeps it, or says why not`() throws {
        for seed in Self.seeds {
            var damage = Damage(seed: seed)
            let bytes = damage.damaged(Array(YAMLWriter().text(Self.section(seed)).utf8))
            let path = FieldPath(steps: ["0", "note"])
            let edited = try? YAMLEditor().edited(
                bytes, by: [FieldEdit(path, "A remark")], file: "damaged.yml")
            guard let edited else { continue }
            let value = try YAMLReader().read(edited, file: "damaged.yml").value
            #expect(value.value(at: path) == "A remark", "seed \(seed)")
        }
    }
}
