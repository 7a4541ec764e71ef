internal import Profiles
internal import RecordModel

/// The texts of a record in which a rule's keyword stands, and its private ones.
struct RecordTexts {
    /// A text that some rules have to look at.
    struct Marked {
        let text: String
        let path: FieldPath
        let kind: TextKind
        let isKey: Bool
        let mask: UInt32
    }

    private(set) var marked: [Marked] = []
    private(set) var privateNotes: [(text: String, path: FieldPath)] = []
    private let scan: KeywordScan

    init(of record: Value, scan: KeywordScan) {
        self.scan = scan
        for section in record.mapping?.entries ?? [] {
            let path = FieldPath.root.appending(section.key)
            switch section.value {
            case .list(let items):
                // Paths are only made for the few entries that have something to find.
                for (position, item) in items.enumerated() where mask(of: item) != 0 {
                    visit(item, path.appending(Fields.step(to: item, at: position)), key: "")
                }
            default:
                if mask(of: section.value) != 0 { visit(section.value, path, key: "") }
            }
        }
    }

    /// The rules that have a keyword anywhere in a value; all of them for a private note.
    private func mask(of value: Value) -> UInt32 {
        switch value {
        case .string(let text): return scan.mask(of: text)
        case .list(let items):
            var found: UInt32 = 0
            for position in items.indices { found |= mask(of: items[position]) }
            return found
        case .mapping(let mapping):
            var found: UInt32 = 0
            for position in mapping.entries.indices {
                let key = mapping.entries[position].key
                if TextKind.isPrivate(key: key) { return .max }
                found |= mask(of: mapping.entries[position].value)
                if key.utf8.count == Self.options.utf8.count, key == Self.options {
                    found |= keysMask(of: mapping.entries[position].value)
                }
            }
            return found
        default: return 0
        }
    }

    private func keysMask(of value: Value) -> UInt32 {
        (value.mapping?.keys ?? []).reduce(0) { $0 | scan.mask(of: $1) }
    }

    private mutating func visit(_ value: Value, _ path: FieldPath, key: String) {
        switch value {
        case .string(let text):
            let mask = scan.mask(of: text)
            guard mask != 0 else { return }
            marked.append(
                Marked(text: text, path: path, kind: .of(key: key), isKey: false, mask: mask))
        case .list(let items):
            for (position, item) in items.enumerated() {
                visit(item, path.appending(Fields.step(to: item, at: position)), key: key)
            }
        case .mapping(let mapping):
            for entry in mapping.entries {
                let inner = path.appending(entry.key)
                if key == Self.options {
                    let mask = scan.mask(of: entry.key)
                    if mask != 0 {
                        marked.append(
                            Marked(
                                text: entry.key, path: inner, kind: .plain, isKey: true, mask: mask)
                        )
                    }
                }
                guard !TextKind.isPrivate(key: entry.key) else {
                    if let text = entry.value.string { privateNotes.append((text, inner)) }
                    continue
                }
                visit(entry.value, inner, key: entry.key)
            }
        default: break
        }
    }

    private static let options = "options"
}
