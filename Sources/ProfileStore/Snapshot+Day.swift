internal import Git
public import RecordModel

extension Snapshot {
    /// Returns the day as of which entries show, nil where there is none.
    ///
    /// It is the one that was asked for, else that of the commit, by the clock of the person who
    /// made it; for the work tree and the index that of the commit they are on.
    ///
    /// So the same commit gives the same pages whenever they are made, and what is to wait for a
    /// later day waits.
    public func day() throws(StoreError) -> CalendarDay? {
        if let asOf { return asOf }
        guard let store else { return nil }
        if case .folder = origin { return nil }
        let repository: Repository
        do throws(StoreError) { repository = try store.repository() } catch {
            if case .noRepository = error { return nil }
            throw error
        }
        let signature = try StoreError.git { () throws(GitError) -> Signature? in
            if let commitID { return try repository.commit(commitID).committer }
            guard let head = try repository.headCommitID() else { return nil }
            return try repository.commit(head).committer
        }
        return signature.map {
            CalendarDay(secondsSince1970: Int($0.seconds), offset: $0.offset)
        }
    }
}
