internal import Git

extension Store {
    /// Returns the name of the repository that this one was fetched from, nil where nothing was;
    /// of several `origin`, or the first.
    public func remoteName() throws(StoreError) -> String? {
        let repository = try repository()
        let references = try StoreError.git { () throws(GitError) in
            try repository.references(matching: "refs/remotes/*")
        }
        let names = Set(references.compactMap { $0.name.split(separator: "/").dropFirst(2).first })
        return (names.contains("origin") ? "origin" : names.min()).map(String.init)
    }

    /// Tells whether the branch of a proposal is the one that HEAD names.
    public func isCheckedOut(_ proposal: Proposal) throws(StoreError) -> Bool {
        let repository = try repository()
        return try StoreError.git { () throws(GitError) in
            try repository.headReferenceName() == proposal.branchReference
        }
    }
}
