public import Formats
public import ProfileStore
public import RecordModel

/// Why an export could not go on.
public enum ExportError: Error, Sendable {
    /// The store failed.
    case store(StoreError)
    /// The target or the theme's checkout failed.
    case file(FileError)
    /// Something in the target cannot be used, and why.
    case rejected(Diagnostic)

    /// What is wrong, as a sentence.
    public var message: String {
        switch self {
        case .store(let error): error.message
        case .file(let error): error.description
        case .rejected(let diagnostic): diagnostic.message
        }
    }

    /// What to do about it, nil where there is no advice.
    public var hint: String? {
        switch self {
        case .store(let error): error.hint
        case .rejected(let diagnostic): diagnostic.hint
        case .file(let error):
            switch error.code {
            case .notPermitted: "Choose another folder with --to, or change its rights"
            case .noSpace: "Free some room, then run it again: it goes on where it stopped"
            case .notSupported:
                "Leave --atomic out: then each file by itself is replaced in one step"
            case .notAFolder: "Choose another folder with --to"
            default: nil
            }
        }
    }

    static func store<Result>(
        _ call: () throws(StoreError) -> Result
    ) throws(ExportError) -> Result {
        do throws(StoreError) { return try call() } catch { throw .store(error) }
    }

    static func file<Result>(_ call: () throws(FileError) -> Result) throws(ExportError) -> Result {
        do throws(FileError) { return try call() } catch { throw .file(error) }
    }
}
