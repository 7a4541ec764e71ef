import Formats
import Profiles
import RecordModel

/// Where the files of a profile go in a site, and under which address pages find them.
struct AssetPlaces: Sendable {
    /// What a file is for, which decides its folder.
    enum Role: Hashable, Sendable, CaseIterable {
        case photo, paperPicture, picture, document
    }

    private struct Use: Hashable {
        let file: String
        let role: Role
    }

    private var names: [Use: String] = [:]
    private let folders: [Role: String]
    private let root: String

    /// Adds every file that a profile names to the draft.
    ///
    /// `root` goes before the path of a file in an address: `/` or `/folder/`, or nothing where
    /// addresses are relative to the site's only page.
    init(
        of profile: Profile, to draft: inout Draft, folders: [Role: String], root: String
    ) {
        self.folders = folders
        self.root = root
        if let photo = profile.person.photo {
            add(photo.file, .photo, to: &draft, at: ["profile", "photo", "file"])
        }
        if let file = profile.person.cv?.file {
            add(file, .document, to: &draft, at: ["profile", "cv", "file"])
        }
        for publication in profile.publications {
            if let image = publication.image {
                let path = publication.path.steps + ["image", "file"]
                add(image.file, .paperPicture, to: &draft, at: path)
            }
        }
        for project in profile.projects {
            if let image = project.image {
                add(image.file, .picture, to: &draft, at: project.path.steps + ["image", "file"])
            }
        }
        for link in profile.allLinks where link.url == nil {
            guard let file = link.file else { continue }
            add(file, .document, to: &draft, at: link.path.steps + ["file"])
        }
    }

    /// The path of a file within the folder of its role, nil where the file has no place.
    func name(_ file: String?, _ role: Role) -> String? {
        file.flatMap { names[Use(file: $0, role: role)] }
    }

    /// The path of a file from the root of the site.
    func path(_ file: String?, _ role: Role) -> String? {
        guard let name = name(file, role), let folder = folders[role] else { return nil }
        return folder + "/" + name
    }

    /// The address under which a page finds a file.
    func address(_ file: String?, _ role: Role) -> String? {
        path(file, role).map { path in
            root
                + path.split(separator: "/").map { URLText.percentEncoded(String($0)) }
                .joined(separator: "/")
        }
    }

    private mutating func add(
        _ file: String, _ role: Role, to draft: inout Draft, at steps: [String]
    ) {
        guard let folder = folders[role], names[Use(file: file, role: role)] == nil else { return }
        let name = draft.asset(file, in: folder, for: FieldPath(steps: steps))
        names[Use(file: file, role: role)] = name
    }
}

extension Profile {
    /// The links of all entries, which may name files.
    fileprivate var allLinks: [Link] {
        var links = news.flatMap(\.links) + publications.flatMap(\.links)
        links += positions.flatMap(\.links) + education.flatMap(\.links) + awards.flatMap(\.links)
        links += service.flatMap(\.links) + talks.flatMap(\.links) + projects.flatMap(\.links)
        links += teaching.flatMap { $0.links + $0.schedule.flatMap(\.links) }
        return links
    }
}
