/// Why something cannot be done with a proposal; all of it is the person's to mend.
public enum ProposalError: Error, Hashable, Sendable {
    /// There is no proposal of this name; perhaps the second one was meant.
    case unknown(String, suggestion: String?)
    /// The name cannot be one; the second one could.
    case invalidName(String, suggestion: String)
    /// Somebody else has a proposal of this name open; the third is free.
    case taken(String, by: String, suggestion: String)
    /// There is nothing that the proposal would change.
    case nothingToPropose
    /// A file that is no part of a store's records.
    case foreignFile(String)
    /// The patch is none, or does not fit; why.
    case patch(String)
    /// What is proposed does not fit to what the proposal holds already, in these files.
    case clash(String, files: [String])
    /// The proposal was decided already.
    case closed(String, Proposal.State)
    /// The proposal's own branch is checked out, so there is nothing to merge it into.
    case checkedOut(String)

    /// What is wrong, as a sentence.
    public var message: String {
        switch self {
        case .unknown(let name, _): "There is no proposal `\(name)`"
        case .invalidName(let name, _):
            "`\(name)` is no name of a proposal: lower-case letters, digits and single `-`"
        case .taken(let name, let author, _): "\(author) has a proposal `\(name)` open already"
        case .nothingToPropose: "There is nothing to propose: nothing was changed"
        case .foreignFile(let path): "\(path) is no file of a store's records"
        case .patch(let why): "The patch cannot be applied: \(why)"
        case .clash(let name, let files):
            "The changes contradict those of the proposal `\(name)`: "
                + files.joined(separator: ", ")
        case .closed(let name, let state): "The proposal `\(name)` was \(state.rawValue) already"
        case .checkedOut(let name): "The proposal `\(name)` is the branch that you are on"
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .unknown(_, let suggestion):
            suggestion.map { "Did you mean `\($0)`?" }
                ?? "labfolio proposals --all lists the proposals that are there"
        case .invalidName(_, let suggestion): "Try \(suggestion)"
        case .taken(_, _, let suggestion): "Take another name, for example \(suggestion)"
        case .nothingToPropose: "Change a record first; labfolio diff shows what is changed"
        case .foreignFile: "A proposal is about profiles/, schema/ and labfolio.yml"
        case .patch:
            "Make it with git diff, git format-patch or labfolio diff --format json-patch, "
                + "against the newest commit"
        case .clash: "Propose them under another name"
        case .closed: "labfolio proposals --all says by whom and why"
        case .checkedOut: "Go to the branch that it is for: git switch main"
        }
    }
}
