internal import Formats

/// The files of the plain layout that are the same for every record.
///
/// They are real files beside this one, built into the tool, so that they can be read, edited and
/// tried with Jekyll as they are.
enum PlainTheme {
    /// Every file by its path in the site.
    static let files: [(path: String, bytes: [UInt8])] = [
        ("_includes/begin.html", PackageResources.begin_html),
        ("_includes/body.html", PackageResources.body_html),
        ("_includes/contact.html", PackageResources.contact_html),
        ("_includes/entries.html", PackageResources.entries_html),
        ("_includes/legend.html", PackageResources.legend_html),
        ("_includes/link.html", PackageResources.link_html),
        ("_includes/links.html", PackageResources.links_html),
        ("_includes/news.html", PackageResources.news_html),
        ("_includes/people.html", PackageResources.people_html),
        ("_includes/person.html", PackageResources.person_html),
        ("_includes/projects.html", PackageResources.projects_html),
        ("_includes/prose.html", PackageResources.prose_html),
        ("_includes/publication.html", PackageResources.publication_html),
        ("_includes/publications.html", PackageResources.publications_html),
        ("_includes/section.html", PackageResources.section_html),
        ("_includes/tags.html", PackageResources.tags_html),
        ("_includes/widgets.html", PackageResources.widgets_html),
        ("_layouts/curriculum.html", PackageResources.curriculum_html),
        ("_layouts/frame.html", PackageResources.frame_html),
        ("_layouts/homepage.html", PackageResources.homepage_html),
        ("_layouts/listing.html", PackageResources.listing_html),
        ("_layouts/missing.html", PackageResources.missing_html),
        ("_layouts/moved.html", PackageResources.moved_html),
        ("theme/icon.svg", PackageResources.icon_svg),
        ("theme/plain.css", PackageResources.plain_css),
        ("theme/plain.js", PackageResources.plain_js),
    ]

    /// The files as an export writes them.
    static let outputFiles = files.compactMap { file in
        TargetPath(file.path).map { path in
            OutputFile(path, .bytes(file.bytes), hash: SHA256(file.bytes))
        }
    }
}
