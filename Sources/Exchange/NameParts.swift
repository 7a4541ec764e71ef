/// A person's name in its parts, taken from the name as it is printed.
struct NameParts {
    var given = ""
    var particle = ""
    var family = ""
    var suffix = ""

    /// Takes a name apart at its spaces; nil for one that has no parts, or would not come together
    /// again.
    init?(_ name: String) {
        guard !name.contains(",") else { return nil }
        var words = name.split(separator: " ", omittingEmptySubsequences: false).map { String($0) }
        if words.count > 2, let last = words.last, Self.suffixes.contains(last) {
            suffix = last
            words.removeLast()
        }
        guard words.count > 1, words.allSatisfy({ !$0.isEmpty }) else { return nil }
        family = words.removeLast()
        while words.count > 1, let last = words.last, last.first?.isLowercase == true {
            particle = particle.isEmpty ? last : "\(last) \(particle)"
            words.removeLast()
        }
        given = words.joined(separator: " ")
        guard self.name == name else { return nil }
    }

    /// Takes the parts.
    init(given: String, particle: String, family: String, suffix: String) {
        self.given = given
        self.particle = particle
        self.family = family
        self.suffix = suffix
    }

    /// The name as it is printed.
    var name: String {
        [given, particle, family, suffix].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static let suffixes: Set = ["Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"]
}
