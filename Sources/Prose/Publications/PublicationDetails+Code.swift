/// What is set as code beside where a paper appeared.
extension PublicationDetails {
    /// Takes what stands in code behind where the paper appeared: a rank, a topic.
    mutating func takeCode(_ text: StyledText) -> StyledText {
        var rest = text
        for run in text.runs(\.isCode).reversed() where run.look && run.range.lowerBound > 0 {
            takeTag(text[run.range])
            rest = rest.removing(run.range)
        }
        return rest
    }
}
