public import Formats
public import Git

/// Why a source could not be read.
public enum ImportError: Error, Sendable {
    /// The disk failed.
    case file(FileError)
    /// The repository failed.
    case git(GitError)
    /// There is nothing of that name.
    case nothing(String)
    /// A repository has no such revision.
    case unknownRevision(String, repository: String)
    /// A folder is no repository.
    case notARepository(String)
    /// A source has more in it than a homepage can have.
    case tooLarge(String, limit: String)

    /// What is wrong, as a sentence.
    public var message: String {
        switch self {
        case .file(let error): error.description
        case .git(let error): error.description
        case .nothing(let name): "There is no file or folder `\(name)`"
        case .unknownRevision(let name, let repository):
            "The repository \(repository) has no revision `\(name)`"
        case .notARepository(let folder): "\(folder) is no git repository"
        case .tooLarge(let name, let limit): "\(name) is larger than \(limit)"
        }
    }

    /// What to do about it.
    public var hint: String? {
        switch self {
        case .nothing:
            "SOURCE is a page, the folder of a site, or REPOSITORY@REVISION; nothing is fetched"
        case .unknownRevision: "Fetch it first: labfolio fetches nothing by itself"
        case .tooLarge: "Import the folder of one homepage, without what is built from it"
        default: nil
        }
    }
}
