/// A branch that homepages are published on, and all of those that are.
///
/// What is published on one branch goes there in one push, a commit for each homepage, so that no
/// two of them run a race against each other.
struct TargetBranch: Sendable {
    let address: String
    let branch: String
    /// The homepages, in the order of the profiles' ids.
    let targets: [PublishTarget]

    /// The whole name of the branch in its repository.
    var reference: String { "refs/heads/" + branch }

    /// Puts targets of the same branch together, in the order in which each first appears.
    static func grouping(_ targets: [PublishTarget]) -> [TargetBranch] {
        var order: [[String]] = []
        var groups: [[String]: [PublishTarget]] = [:]
        for target in targets {
            let key = [target.identity, target.branch]
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(target)
        }
        return order.compactMap { key in
            guard let targets = groups[key], let first = targets.first else { return nil }
            return TargetBranch(address: first.address, branch: first.branch, targets: targets)
        }
    }
}
