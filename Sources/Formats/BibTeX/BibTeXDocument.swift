public import RecordModel

/// A bibliography as it was read: its entries, and all that stands between them.
public struct BibTeXDocument: Sendable {
    /// An entry with the place where it stood.
    public struct Entry: Hashable, Sendable {
        /// The entry; its values are TeX on one line, with macros filled in.
        public var content: BibTeXEntry
        /// The lines of the entry in the file, from 1.
        public let lines: ClosedRange<Int>
        /// Whether the entry could only be read by guessing what was meant.
        public let isDamaged: Bool

        /// The value of the first field of a name, which is in lower case; nil if there is none.
        public subscript(name: String) -> String? {
            content.fields.first { $0.name == name }?.value
        }
    }

    /// A passage that is no entry.
    public struct Remark: Hashable, Sendable {
        /// What a passage is.
        public enum Kind: Hashable, Sendable {
            /// Text between the entries, which BibTeX takes for a comment.
            case text
            /// The content of a `@comment`.
            case comment
            /// The content of a `@preamble`.
            case preamble
        }

        /// What it is.
        public let kind: Kind
        /// The passage as it was written, without the blanks around it.
        public let text: String
        /// The line where it begins, from 1.
        public let line: Int
    }

    /// The entries in the order of the file; two of one key both stay.
    public internal(set) var entries: [Entry] = []
    /// What stands between the entries.
    public internal(set) var remarks: [Remark] = []
    /// The values of `@string`, by their names in lower case.
    public internal(set) var macros: [String: String] = [:]
    /// What is wrong with the file although it was read.
    public internal(set) var diagnostics: [Diagnostic] = []

    /// Returns an entry with the fields that it takes from the entry that its `crossref` names.
    ///
    /// As in BibTeX a field of its own wins. The title of the whole is the book title of a part, so
    /// it is taken over as that too; its own title it keeps.
    public func filled(_ entry: Entry) -> Entry {
        var (result, seen, current) = (entry, Set([entry.content.key.lowercased()]), entry)
        while let key = current["crossref"]?.lowercased(), seen.insert(key).inserted,
            let parent = entries.first(where: { $0.content.key.lowercased() == key })
        {
            for field in parent.content.fields where !Self.ownFields.contains(field.name) {
                let names = field.name == "title" ? ["booktitle"] : [field.name]
                for name in names where result[name] == nil {
                    result.content.fields.append(.init(name: name, value: field.value))
                }
            }
            current = parent
        }
        return result
    }

    /// The fields that say something of one entry alone.
    private static let ownFields: Set = [
        "crossref", "xref", "entryset", "key", "ids", "label", "sortkey", "abstract",
    ]
}
