/// The folder of a site at its address.
enum SiteRoot {
    /// The folder with a slash at both ends: `/` or `/home/`.
    static func slashed(_ base: String?) -> String {
        let path = bare(base)
        return path + "/"
    }

    /// The folder as Jekyll wants it: empty, or with a slash only in front.
    static func bare(_ base: String?) -> String {
        guard var base, base.hasPrefix("/") else { return "" }
        while base.hasSuffix("/") { base.removeLast() }
        return base
    }
}
