import Formats
import Profiles
import RecordModel

extension AlFolio {
    /// Writes a card for every project, and the page of the cards.
    func projects(to draft: inout Draft) {
        guard shows(.projects), !profile.projects.isEmpty else { return }
        let words = words(.projects)
        var permalinks = Permalinks(taken: ["/projects/"])
        for (place, project) in profile.projects.enumerated() {
            var front = Mapping()
            front["layout"] = "page"
            front["title"] = .string(HTMLText.escape(project.name))
            // A card is one link, so there can be none within it.
            front["description"] = project.description.map { .string(Line.markdown($0).escaped) }
            front["img"] = assets.path(project.image?.file, .picture).map(Value.string)
            front["importance"] = .number(Number(place + 1))
            front["category"] = project.category.map { .string(HTMLText.escape($0)) }
            front["github"] = words.repository(project).map(Value.string)
            if project.stars?.hasBadge == true {
                front["github_stars"] = project.repository.flatMap(ConfigLink.safe)
                    .map(Value.string)
            }
            let usual = "/projects/\(Slugs.slug(project.id))/"
            if project.permalink != nil {
                front["permalink"] = .string(permalinks.unique(project.permalink, or: usual))
            }
            let facts = words.projectFacts(project)
            // A card with nothing behind it leads straight to the project.
            let address = project.url.flatMap(PageURL.safe)
            let isPage = project.text != nil || !facts.isEmpty || project.permalink != nil
            if !isPage { front["redirect"] = address.map { .string(HTMLText.escape($0)) } }
            let page =
                isPage
                ? Line.text(project.url.map { _ in project.name }).linked(to: address) : Line()
            draft.add(
                "_projects/\(Slugs.slug(project.id)).md", frontMatter: front,
                body: PageBody.blocks([
                    project.text.map { KramdownText.block($0) } ?? "",
                    PageBody.paragraphs([Line.joined([page, facts])]),
                ]))
        }
        projectsPage(to: &draft)
    }

    /// Writes the page of the cards.
    ///
    /// It lists every category there is, as the theme leaves out projects of a category that is not
    /// listed, and then the cards without one.
    private func projectsPage(to draft: inout Draft) {
        var page = Mapping()
        page["layout"] = "page"
        page["title"] = pageTitle(.projects, "projects")
        page["permalink"] = "/projects/"
        page["nav"] = true
        page["nav_order"] = 3
        var categories: [String] = []
        for category in profile.projects.compactMap(\.category) where !categories.contains(category)
        {
            categories.append(category)
        }
        page["display_categories"] = .list(categories.map { .string(HTMLText.escape($0)) })
        let card = include("projects").split(separator: "\n").joined()
        let body = """
            <div class="projects">
            {% for category in page.display_categories %}
            <h2 class="category">{{ category }}</h2>
            <div class="row row-cols-1 row-cols-md-3">
            {% assign cards = site.projects | where: "category", category | sort: "importance" %}
            {% for project in cards %}
            \(card)
            {% endfor %}
            </div>
            {% endfor %}
            <div class="row row-cols-1 row-cols-md-3">
            {% assign cards = site.projects | sort: "importance" %}
            {% for project in cards %}
            {% unless project.category %}
            \(card)
            {% endunless %}
            {% endfor %}
            </div>
            </div>

            """
        draft.add("_pages/projects.md", frontMatter: page, body: body)
    }
}
