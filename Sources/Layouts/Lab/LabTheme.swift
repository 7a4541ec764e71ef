internal import Formats

/// The fixed files that the lab's site has beside those of the plain layout.
enum LabTheme {
    /// Every file by its path in the site.
    static let files: [(path: String, bytes: [UInt8])] = [
        ("_includes/alumni.html", PackageResources.alumni_html),
        ("_includes/filters.html", PackageResources.filters_html),
        ("_includes/membership.html", PackageResources.membership_html),
        ("_includes/paging.html", PackageResources.paging_html),
        ("_includes/roster.html", PackageResources.roster_html),
        ("_layouts/departed.html", PackageResources.departed_html),
        ("_layouts/lab.html", PackageResources.lab_html),
        ("_layouts/member.html", PackageResources.member_html),
        ("_layouts/works.html", PackageResources.works_html),
        ("theme/lab.css", PackageResources.lab_css),
    ]

    /// The files as an export writes them.
    static let outputFiles = files.compactMap { file in
        TargetPath(file.path).map { path in
            OutputFile(path, .bytes(file.bytes), hash: SHA256(file.bytes))
        }
    }
}
