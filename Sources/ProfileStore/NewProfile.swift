internal import Formats
public import RecordModel

/// The files of a profile that begins.
public enum NewProfile {
    /// Returns the files, by their path from the store's root.
    ///
    /// `profile.yml` holds the name and the layout; the other sections that people begin with
    /// stand there as comments, so that a person sees what can be filled in.
    ///
    /// - Parameters:
    ///   - id: The id of the profile.
    ///   - name: The name as it is shown.
    ///   - given: The given name, nil where it is not known.
    ///   - family: The family name, nil where it is not known.
    ///   - layout: The name of the layout.
    /// - Returns: Bytes by path.
    public static func files(
        id: ProfileID, name: String, given: String? = nil, family: String? = nil, layout: String
    ) -> [String: [UInt8]] {
        var names = Mapping()
        names["display"] = .string(name)
        names["given"] = given.map(Value.string)
        names["family"] = family.map(Value.string)
        let person: Value = ["name": .mapping(names)]
        let choice: Value = ["layout": ["theme": .string(layout)]]
        let folder = StoreLayout.folder(of: id)
        let writer = YAMLWriter()
        let profile =
            SectionFile.modeline("profile") + writer.text(person)
                + """
                # role: PhD student
                # affiliations:
                #   - id: university
                #     organization: Example University
                #     url: https://university.example
                # emails:
                #   - address: name@university.example
                #     show: obfuscated
                # links:
                #   - id: github
                #     kind: github
                #     handle: name
                # bio: |
                #   What you work on, in Markdown.

                """ + writer.text(choice)
        let news =
            SectionFile.modeline("news")
                + """
                # - id: joined-2024
                #   date: 2024-09
                #   text: Joined **Example University** as a PhD student.

                """
        let publications =
            SectionFile.modeline("publications")
                + """
                # - id: first-paper-2024
                #   title: A first paper
                #   authors:
                #     - name: \(YAMLScalar.line(name, expectsText: true))
                #       self: true
                #     - name: Somebody Else
                #   venue:
                #     name: International Conference on Examples
                #     short: ICE
                #     type: conference
                #   date: 2024-07
                #   status: published

                """
        return [
            "\(folder)/profile.yml": Array(profile.utf8),
            "\(folder)/news.yml": Array(news.utf8),
            "\(folder)/publications.yml": Array(publications.utf8),
        ]
    }
}
