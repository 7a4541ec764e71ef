/// How the page of a diff looks: in light and in dark, on paper and on a phone.
enum DiffPageStyle {
    static let sheet = """
        :root { --ink: #1c1e21; --faint: #5d636b; --page: #ffffff; --card: #f6f7f9;
          --line: #d5d9de; --link: #0b57b0; --added: #0a5a2b; --added-back: #d9f5e1;
          --removed: #8f1420; --removed-back: #fde0e2; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e4e6e9; --faint: #a0a7b0; --page: #15181c; --card: #1d2126;
            --line: #363c44; --link: #8ab8f5; --added: #a5e9b9; --added-back: #143722;
            --removed: #ffb3b8; --removed-back: #481a1f; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 1rem; max-width: 70rem; color: var(--ink);
          background: var(--page); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
        h1 { font-size: 1.5rem; margin: 0.5rem 0; }
        h1 small { font-size: 1rem; font-weight: normal; color: var(--faint); }
        h2 { font-size: 1.25rem; margin: 0; }
        h3 { font-size: 1rem; margin: 1.25rem 0 0.5rem; color: var(--faint); }
        h4 { font-size: 1rem; margin: 0; }
        h4 code, .id { color: var(--faint); font-size: 0.85rem; }
        p { margin: 0.25rem 0; }
        a { color: var(--link); }
        nav { border: 1px solid var(--line); border-radius: 8px; background: var(--card);
          padding: 0.25rem 1rem; }
        nav span { color: var(--faint); }
        article { border-top: 1px solid var(--line); margin-top: 1.5rem; padding-top: 1.5rem; }
        article > header { display: flex; gap: 1rem; align-items: center; }
        .portraits { display: flex; gap: 0.5rem; flex: none; margin: 0; }
        .portraits img { display: block; object-fit: cover; border-radius: 8px; }
        .portraits del, .portraits ins { padding: 3px; border-radius: 10px; }
        .none { width: 72px; height: 72px; border-radius: 8px; background: var(--card);
          border: 1px solid var(--line); color: var(--faint); font-size: 2rem;
          align-items: center; justify-content: center; }
        .entry { border: 1px solid var(--line); border-radius: 8px; background: var(--card);
          padding: 0.75rem 1rem; margin: 0.5rem 0; }
        table { width: 100%; border-collapse: collapse; table-layout: fixed; margin-top: 0.25rem; }
        th, td { text-align: start; vertical-align: top; padding: 0.35rem 0.5rem 0.35rem 0;
          border-top: 1px solid var(--line); }
        thead th { border: 0; color: var(--faint); font-size: 0.85rem; font-weight: normal; }
        th:first-child { width: 22%; }
        tbody th { font-weight: 600; }
        .text { white-space: pre-wrap; }
        ul { margin: 0; padding-inline-start: 1.2rem; }
        ins, .ins { text-decoration: none; color: var(--added); background: var(--added-back); }
        del, .del { color: var(--removed); background: var(--removed-back); }
        .del { text-decoration: none; }
        @media (max-width: 40rem) {
          article > header { align-items: flex-start; }
          .portraits { flex-direction: column; }
          table, tbody, tr, th, td { display: block; width: 100%; }
          thead { display: none; }
          th:first-child { width: 100%; }
          td { border: 0; padding: 0.1rem 0 0.35rem; }
          td:empty { display: none; }
          td::before { content: attr(data-side); display: block; color: var(--faint);
            font-size: 0.8rem; }
        }
        @media print { body { max-width: none; } article { break-inside: avoid-page; } }
        """
}
