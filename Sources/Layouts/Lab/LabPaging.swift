internal import RecordModel

/// The pages over which a long list goes on.
struct LabPaging {
    let site: LabSite
    /// The folder of the first page.
    let folder: String
    let count: Int

    /// The folder of a page, from 1.
    static func folder(_ folder: String, _ number: Int) -> String {
        number == 1 ? folder : "\(folder)page/\(number)/"
    }

    /// The links from a page to those around it.
    func value(_ number: Int) -> Value {
        PlainValue.mapping([
            "label": .string("\(number) / \(count)"), "name": .string(site.word(.page)),
            "previous": number > 1 ? link(.previous, number - 1) : nil,
            "next": number < count ? link(.next, number + 1) : nil,
        ])
    }

    private func link(_ word: LabWord, _ number: Int) -> Value {
        ["label": .string(site.word(word)), "target": .string(Self.folder(folder, number))]
    }
}
