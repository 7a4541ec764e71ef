internal import Profiles
internal import Prose
internal import RecordModel

/// The authors of a publication: names as the record wants them written, marks, links.
struct PlainAuthors {
    let style: PlainStyle

    /// The signs after names, and what they mean.
    private enum Mark: CaseIterable {
        case equal, corresponding, lead
    }

    /// The authors of a publication in order.
    func values(of paper: Publication) -> [Value] {
        let isMarked = paper.authors.contains(where: isSelf)
        return paper.authors.map { author in
            PlainValue.mapping([
                "name": .string(name(of: author)),
                "self": PlainValue.flag(isSelf(author) || !isMarked && isNamedLikeSelf(author)),
                "url": isSelf(author)
                    ? nil : style.homepage(profile: author.profile, url: author.url),
                "target": style.page(ofProfile: author.profile),
                "member": style.page(ofProfile: author.profile) == nil
                    ? nil : PlainValue.text(author.profile),
                "affiliation": PlainValue.text(author.affiliation),
                "marks": PlainValue.text(
                    Mark.allCases.filter { has(author, $0) }.map(sign).joined()),
            ])
        }
    }

    /// The signs that some publications use, with their meaning.
    func legend(of papers: [Publication]) -> [Value] {
        let used = Mark.allCases.filter { mark in
            papers.contains { $0.authors.contains { has($0, mark) } }
        }
        return used.map {
            PlainValue.mapping(["sign": .string(sign($0)), "meaning": .string(meaning($0))])
        }
    }

    private func isSelf(_ author: Author) -> Bool {
        author.isSelf
            || style.input.lab == nil && author.profile == style.profile.id.text
    }

    /// Publications that mark nobody are searched for the spellings of the person's name.
    private func isNamedLikeSelf(_ author: Author) -> Bool {
        let name = style.profile.person.name
        return author.name == name.display || author.name == name.native
            || name.variants.contains(author.name)
    }

    private func name(of author: Author) -> String {
        switch style.profile.layoutChoices.authorNames ?? .asWritten {
        case .asWritten: author.name
        case .full: NameText(displayed: author.name).full
        case .initials: NameText(displayed: author.name).initials
        }
    }

    private func has(_ author: Author, _ mark: Mark) -> Bool {
        switch mark {
        case .equal: author.isEqual
        case .corresponding: author.isCorresponding
        case .lead: author.isLead
        }
    }

    private func sign(_ mark: Mark) -> String {
        let signs = style.profile.layoutChoices.authorMarks
        return switch mark {
        case .equal: signs?.equal ?? "*"
        case .corresponding: signs?.corresponding ?? "†"
        case .lead: signs?.lead ?? "‡"
        }
    }

    private func meaning(_ mark: Mark) -> String {
        switch mark {
        case .equal: style.word(.equal)
        case .corresponding: style.word(.corresponding)
        case .lead: style.word(.lead)
        }
    }
}
