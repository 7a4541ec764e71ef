public import Profiles
public import Prose
public import RecordModel

/// How one Jekyll theme arranges a homepage.
///
/// A layout is a value that holds functions, so adding one is adding a value to `Layout.all`; no
/// code elsewhere knows a theme by name.
public struct Layout: Sendable {
    /// What a layout is given: one record, and what it may know of the others.
    public struct Input: Sendable {
        /// The person's record without its private fields.
        public var record: Record { content.record }
        /// The same record as typed views.
        public var profile: Profile { content.profile }
        /// The other members of the lab, by id, so that authors and advisors can be linked.
        public var members: [String: Member] { content.members }
        /// Where the lab's own site shows what a person's page leads to; nil for a homepage.
        var lab: LabPlaces?
        /// Reads the texts that entries were written with.
        var reader: EntryReader { content.reader }

        private let content: Content

        /// What is read once, and then handed by reference to all who say a part of it.
        private final class Content: Sendable {
            let record: Record
            let profile: Profile
            let members: [String: Member]
            let reader: EntryReader

            init(_ record: Record, _ members: [String: Member], _ reader: EntryReader) {
                self.reader = reader
                self.record = record
                self.profile = Profile(record)
                self.members = members
            }
        }

        /// Makes the input of a layout; a reader that knows the texts of the record saves reading
        /// them again.
        public init(
            record: Record, members: [String: Member] = [:], reader: EntryReader = EntryReader()
        ) {
            content = Content(record, members, reader)
        }
    }

    /// What a page may say of another member of the lab.
    public struct Member: Hashable, Sendable {
        /// The name to show.
        public let name: String
        /// The member's homepage, nil where it is not known.
        public let url: String?
        /// The member's page within the same site, relative to its root.
        var page: String?

        /// Makes a member.
        public init(name: String, url: String?) {
            self.name = name
            self.url = url
        }
    }

    /// What a layout makes of a record.
    public struct Output: Sendable {
        /// The files, each path once.
        public var files: [OutputFile]
        /// What the theme cannot show or would show wrongly, with the field it is about.
        public var diagnostics: [Diagnostic]

        /// Makes an output.
        public init(files: [OutputFile] = [], diagnostics: [Diagnostic] = []) {
            self.files = files
            self.diagnostics = diagnostics
        }
    }

    /// The name by which records and the command line choose the layout.
    public let name: String
    /// One sentence for help and lists.
    public let summary: String
    /// The theme's repository; nil for a layout that is a complete site by itself.
    public let theme: String?
    /// Rises whenever the layout writes something else for the same record.
    public let version: Int
    /// Tells whether a file of the theme's checkout is one of its samples, which a copy of the
    /// checkout leaves out.
    public let isSample: @Sendable (TargetPath) -> Bool
    /// The fields of a record that the theme has no place for; an export says so of each that a
    /// record has.
    public let unshown: [FieldPattern]
    /// Returns the files of a record.
    public let output: @Sendable (Input) -> Output

    /// Makes a layout.
    public init(
        name: String, summary: String, theme: String?, version: Int,
        isSample: @escaping @Sendable (TargetPath) -> Bool = { _ in false },
        unshown: [FieldPattern] = [],
        output: @escaping @Sendable (Input) -> Output
    ) {
        self.name = name
        self.summary = summary
        self.theme = theme
        self.version = version
        self.isSample = isSample
        self.unshown = unshown
        self.output = output
    }
}
