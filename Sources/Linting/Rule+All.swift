public import RecordModel

extension Rule {
    /// Every rule about one record, in the order of their codes.
    public static let all: [Rule] = [
        .assetSize, .assetType, .authorSpelling, .brokenLink, .brokenReference, .citationDate,
        .damagedText, .dateOrder, .duplicatePublication, .emailInText, .emptySection, .handle,
        .heading, .impossibleDate, .insecureLink, .ligature, .liquid, .overlappingPositions,
        .ownName, .placeholderText, .portableName, .privateText, .themeKey, .tracker, .unsafeHTML,
        .unsafeLink,
        .unusedAsset, .unusedWaiver, .widget,
    ]
}

extension Explanation {
    /// What every kind of finding of the rules means.
    public static let linting: [Explanation] =
        Rule.all.map(\.explanation) + LabRule.all.map(\.explanation)
}
