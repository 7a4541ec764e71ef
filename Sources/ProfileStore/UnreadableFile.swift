internal import Formats
internal import Git
internal import RecordModel

/// Why one section file cannot be read, where that is the person's to mend and not the world's.
struct UnreadableFile {
    /// What is wrong, as a sentence.
    let message: String
    /// What to do about it.
    let hint: String
    /// Whether the file is larger than what is read.
    var isTooLarge = false

    /// Takes a failure; nil where it is about more than the one file.
    init?(_ error: StoreError) {
        switch error {
        case .file(let error):
            switch error.code {
            case .tooLarge: self = .tooLarge
            case .notPermitted:
                message = "The file may not be read: permission is missing"
                hint = "Look at its rights with ls -l"
            case .notAFile, .symbolicLink, .notAFolder:
                message = "This is not a regular file"
                hint = "Put the file itself here"
            default: return nil
            }
        case .git(let error) where error.code == .tooLarge: self = .tooLarge
        default: return nil
        }
    }

    private init(message: String, hint: String, isTooLarge: Bool) {
        self.message = message
        self.hint = hint
        self.isTooLarge = isTooLarge
    }

    private static let tooLarge = Self(
        message: "The file has more than \(StoreLayout.sectionLimit >> 20) MB, so it is not read",
        hint: "A section holds text; pictures and papers belong in assets/", isTooLarge: true)
}

extension Diagnostic.Code {
    static let storeUnreadable: Self = "store.unreadable"
}
