/// Small pages in the notations of the families, to mutate where no real ones are at hand.
enum GeneratedPage {
    static let all: [String] = [boxes, bullets, tables]

    private static let boxes = """
        ---
        permalink: /
        title: ""
        author_profile: true
        redirect_from:
          - /about/
        ---
        {% assign gsDataBaseUrl = "https://example.org/" %}
        <span class='anchor' id='about-me'></span>

        I am Ada Lovelace, a mathematician at the [Analytical Society](https://example.org).

        # 🔥 News
        - *2024.02*: &nbsp;🎉🎉 One paper is accepted by **ICML 2024**!
        - *2023.11*: A talk at [the Society](https://example.org/talk).

        # 📝 Publications
        <div class='paper-box'><div class='paper-box-image'><div><div class="badge">ICML 2024</div>
        <img src='images/a.png' alt="sym" width="100%"></div></div>
        <div class='paper-box-text' markdown="1">

        [Notes on Engines](https://example.org/a.pdf)

        **Ada Lovelace**\\*, Charles Babbage†

        [**Code**](https://example.org/c) <strong><span class='show_paper_citations' data='x'></span></strong>
        - It does what we know how to order it to perform.
        </div>
        </div>

        - `NeurIPS 2023` [Loops](https://example.org/b), C. Babbage, **A. Lovelace**

        # 📖 Educations
        - *2019.06 - 2022.04 (now)*, Ph.D. in Mathematics, University of London, advised by A. De Morgan.
        """

    private static let bullets = """
        # Ada Lovelace

        <!-- written by hand -->
        Hello! I'm **Ada**. Müller, Åkerman and Nguyễn wrote to me.

        ## Selected publications (\\* equal contribution)

        1. A. Lovelace, C. Babbage. "Notes on the Analytical Engine". *Scientific Memoirs*, 1843. [[pdf]](a.pdf)
        2. Lovelace A. Loops. In: Proc. of the Society, vol. 3, pp. 1–9, 1842.

        ```bibtex
        @article{lovelace1843, title={Notes}, author={Lovelace, Ada}, year=1843}
        ```

        ## Service
        * Reviewer: KDD'23, ICML'22,23, Scientific Memoirs
        * Program committee, Society Meeting 2021–2023

        ## Awards
        - Best paper award, Society, 1843 (with C. Babbage)

        ## Contact
        ada [at] example [dot] org
        """

    private static let tables = """
        ---
        layout: about
        title: about
        profile:
          align: right
        ---

        | When | What |
        |------|------|
        | 2024 | News |

        <h2 id="teaching">Teaching</h2>
        <table><tr><td>Fall 2024</td><td>CS 101: Engines (TA)</td></tr>
        <tr><td>Spring 2023</td><td>CS 102</td></tr></table>

        <details><summary>More</summary><ul><li>One</li><li>Two</li></ul></details>

        ## Experience
        - **Research intern**, Analytical Society, London. May 2021 – Aug. 2021. Mentor: [C. Babbage](https://example.org/cb)

        {% if page.x %}Hidden{% endif %} {{ site.title }}
        """
}
