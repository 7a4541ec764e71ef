public import Git

extension Store {
    /// Turns a proposal down: notes the reason, then removes the branch.
    ///
    /// The event keeps the commits, so nothing that was proposed is lost. One that was turned down
    /// already stays as it is.
    ///
    /// - Throws: `proposal(.closed)` for one that was accepted.
    public func reject(
        _ proposal: Proposal, because reason: String, by author: Signature
    ) throws(StoreError) {
        switch proposal.state {
        case .open:
            try record(
                ReviewEvent(
                    .rejected, of: proposal.name, at: proposal.commitID, by: author,
                    message: reason))
        case .rejected: break
        case .accepted, .withdrawn: throw .proposal(.closed(proposal.name, proposal.state))
        }
        // Also where an earlier run came no further.
        if proposal.isLocal { try removeBranch(of: proposal) }
    }

    /// Keeps what somebody says about a proposal.
    public func comment(
        on proposal: Proposal, _ text: String, by author: Signature
    ) throws(StoreError) {
        try record(
            ReviewEvent(
                .commented, of: proposal.name, at: proposal.commitID, by: author, message: text))
    }
}
