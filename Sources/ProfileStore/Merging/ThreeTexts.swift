/// One file as three commits have it; nil where a commit does not.
public struct ThreeTexts: Hashable, Sendable {
    /// What both sides come from.
    public var base: [UInt8]?
    /// What the side has that is merged into.
    public var ours: [UInt8]?
    /// What the side has that is merged.
    public var theirs: [UInt8]?

    /// Takes the three texts.
    public init(base: [UInt8]?, ours: [UInt8]?, theirs: [UInt8]?) {
        self.base = base
        self.ours = ours
        self.theirs = theirs
    }

    /// The same texts as the other side sees them.
    var swapped: ThreeTexts { ThreeTexts(base: base, ours: theirs, theirs: ours) }
}
