import Formats

/// How a piece of a page's text looks, and where it leads.
struct TextStyle: Hashable, Sendable {
    var isBold = false
    var isItalic = false
    var isCode = false
    var isUnderlined = false
    /// Set in a colour or with a class of its own.
    var isColored = false
    /// A sign above the line: `<sup>`.
    var isRaised = false
    /// A sign below the line: `<sub>`.
    var isLowered = false
    /// The class of the innermost element that has one: `badge-new`.
    var elementClass = ""
    /// Where the text leads, empty for a link without a target; nil for text that is no link.
    var link: String?
    /// Tells two links apart that lead to the same place.
    var linkNumber = 0
    /// The image that a U+FFFC stands for, nil for text.
    var image: ItemImage?

    /// Tells whether the text stands out from plain text, other than as a link.
    var isMarked: Bool { isBold || isItalic || isUnderlined || isColored || isCode }
}

/// An image of an item.
struct ItemImage: Hashable, Sendable {
    var source: String
    var alternative: String

    /// Tells whether the image is a drawn sign with some words: `img.shields.io`.
    var isBadge: Bool {
        source.contains("shields.io") || source.contains("badgen.net") || source.contains("badge/")
            || source.contains("/badge") || source.hasSuffix("badge.svg")
    }

    /// The year that a drawn sign shows, by its address: `badge/RIVER-2024-red`.
    var yearOfBadge: Int? {
        guard isBadge, let match = Self.year.firstMatch(in: source) else { return nil }
        return Int(match.1)
    }

    private static let year = TextPattern(
        /(?:\/badge\/(?:[^?\/]*[-_]|(?:%20)+)?|[?&]message=(?:[^&]*(?:%20|_))?)((?:19|20)\d\d)(?:[-&?]|$)/
    )
}
