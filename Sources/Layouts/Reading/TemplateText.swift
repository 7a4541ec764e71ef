import Formats

/// Text that comes with a theme, and that people forget to replace.
///
/// A record must not say that somebody works at a Red Brick University. Short marks of the themes'
/// own samples are enough to know them; a sample that a person has changed is no sample any more.
public enum TemplateText {
    /// Values of keys that the themes ship with.
    private static let values: Set<String> = [
        "your name", "yourname", "your name here", "your sidebar name", "yourfirstname",
        "yourlastname", "you r. name", "short biography for the left-hand sidebar",
        "red brick university", "earth", "none@example.org", "lorem@ipsum.com", "pronouns",
        "your@email.com", "you@example.com", "lorem ipsum", "github username", "academicpages",
        "academicpages/academicpages.github.io", "https://academicpages.github.io",
        "personal website", "github university", "your name / site title", "bsky.app",
        "http://yourfullgooglescholarurl.com", "http://orcid.org/yourorcidurl",
        "https://www.ncbi.nlm.nih.gov/pubmed/?term=john+snow", "your_google_scholar_id",
        "https://scholar.google.com/citations?user=your_google_scholar_id",
        "https://github.com/academicpages/academicpages.github.io", "qc6cjjyaaaaj", "1010907",
        "rayeren/acad-homepage.github.io", "homepage", "about me", "personal description",
        "https://alshedivat.github.io", "0000-0000-0000-0000", "you", "@", "blank",
        "https://scholar.google.com/citations?user=pa9kljkaaaaj&hl=en",
        "http://orcid.org/0000-0000-0000-0000", "prof_pic.jpg",
        "https://academia.edu/samplewebsite", "academia.edu/samplewebsite",
        "https://scholar.google.com/citations?user=dhtafkwaaaaj",
    ]

    /// Tells whether the value of a key is one that a theme ships with.
    public static func isSampleValue(_ value: String) -> Bool {
        let plain = value.words.joined(separator: " ").lowercased()
        return values.contains(plain) || plain.hasPrefix("lorem ipsum")
            || plain.hasPrefix("a simple, whitespace theme for academics")
    }

    /// Runs of words that only the themes' own samples have.
    private static let marks: [String] = [
        "lorem ipsum dolor sit amet", "lorem, china", "[lorem](https://github.com",
        "write your biography here",
        "tell the world about yourself",
        "put your address", "555 your office number", "123 your address street",
        "your city, state 12345", "affiliations. address. contacts", "link to your favorite",
        "link to your social media", "this is the front page of a website that is powered by",
        "paper title number", "talk 1 on relevant topic", "talk 2 on relevant topic",
        "conference proceeding talk 3", "tutorial 1 on relevant topic",
        "teaching experience 1", "teaching experience 2", "portfolio item number",
        "this paper is about the number", "this paper is about fixing template",
        "this is a description of your talk", "this is a description of a teaching",
        "this is an item in your portfolio", "a simple inline announcement",
        "announcements and news can be much longer", "jean shorts raw denim",
        "every project has a beautiful feature showcase", "this is a page not in th emain menu",
        "this is a page not in the main menu", "your name here", "a long announcement with details",
        "to give your project a background in the portfolio page", "blog post number",
        "this post will show up by default", "this is a sample blog post",
        "for now, this page is assumed to be a static description of your courses",
        "a data-driven personal website", "this template is available for free",
        "edit the `_bibliography/papers.bib`", "an other-page for", "jekyll-scholar plugin",
        "sub-skill 2.1", "this is some sample content that goes here",
        "nullam suscipit et nam, tellus velit",
    ]

    /// What only the pages say that the themes ship with to show how a page is written.
    private static let pageMarks: [String] = [
        "a variety of common markup showing how the theme styles them",
        "locations of key files/directories", "this is a page not in the menu",
        "this is a page not in th emain menu", "created by a jupyter notebook",
        "this map is generated from a jupyter notebook",
        "will be your best friend", "academic pages is a github pages template",
        "a github pages template for academic websites",
        "the footnotes in the page will be returned", "what an astonishing thing a book is",
    ]

    /// What pages of the themes say by themselves above the lists that they make.
    private static let lines: [String] = [
        "you can also find my articles on my google scholar profile",
        "hope there will be something soon",
    ]

    /// Tells whether a paragraph is one that a theme ships with, on a page that may be somebody's
    /// own.
    public static func isSampleLine(_ text: String) -> Bool {
        let plain = plainText(text)
        return isSample(plain: plain)
            || plain.words.count < 20 && lines.contains { plain.contains($0) }
    }

    /// Tells whether a whole page is one that a theme ships with.
    ///
    /// A page of somebody's own in which one sample was left is none: the sample goes, by itself.
    public static func isSamplePage(_ text: String) -> Bool {
        let plain = plainText(text)
        if pageMarks.contains(where: { plain.contains($0) }) { return true }
        return isSample(plain: plain) && plain.words.count < 400
    }

    /// Tells whether a text is a theme's own sample.
    public static func isSample(_ text: String) -> Bool { isSample(plain: plainText(text)) }

    private static func plainText(_ text: String) -> String {
        HTMLText.plainText(text).words.joined(separator: " ").lowercased()
    }

    private static func isSample(plain: String) -> Bool {
        if marks.contains(where: { plain.contains($0) }) { return true }
        // The paper that a theme shows as its example, by people whose page this hardly is.
        return plain.contains("deep residual learning for image recognition")
            && (plain.contains("kaiming he") || plain.contains("lorem"))
    }
}
