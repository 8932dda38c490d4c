namespace Alerts.Pages.Companies;

/// <summary>The look of the public pages beyond that of the frame.</summary>
internal static class CompanyStyle
{
    public const string Sheet = """
        :root { --card: #f6f7f9; --edge: #dfe3e8; --mark: #fdf3d8; --mark-ink: #6b4e00; --quote: #3b6fd4; }
        @media (prefers-color-scheme: dark) { :root { --card: #1e2226; --edge: #353c44; --mark: #3a3320; --mark-ink: #f2d48a; --quote: #5b8def; } }
        body.wide { max-width: 66rem; }
        .site { display: flex; gap: 1.25rem; margin: 0 0 1.5rem; font-size: .95rem; }
        .site a { text-decoration: none; }
        .site a:hover, .site a:focus-visible { text-decoration: underline; }
        .site a:first-child { font-weight: 700; color: var(--ink); }
        h1 { margin: 0 0 .4rem; }
        h2 { font-size: 1.2rem; line-height: 1.3; margin: 2.75rem 0 .8rem; }
        h3 { font-size: 1.05rem; line-height: 1.35; margin: 0 0 .25rem; }
        h4 { font-size: .95rem; line-height: 1.4; font-weight: 600; margin: 0 0 .2rem; }
        .lead { max-width: 38rem; }
        .soft, .where { color: var(--soft); }
        p.soft, .where { font-size: .9rem; }
        .programs { display: flex; flex-wrap: wrap; gap: .4rem .5rem; list-style: none; margin: 1rem 0 0; padding: 0; }
        .programs a { display: block; padding: .15rem .7rem; border: 1px solid var(--edge); border-radius: 1rem; font-size: .9rem; text-decoration: none; }
        .programs a:hover { text-decoration: underline; }
        .scroll, .chart { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .95rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
        th, td { text-align: left; vertical-align: top; padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--edge); overflow-wrap: normal; }
        thead th { font-size: .8rem; font-weight: 600; color: var(--soft); white-space: nowrap; }
        tbody th { font-weight: 400; min-width: 12rem; }
        td:last-child, th:last-child { padding-right: 0; }
        td ul { margin: 0; padding-left: 1rem; }
        td a, td time { white-space: nowrap; }
        .size { display: inline-block; padding: 0 .5rem; border-radius: .7rem; background: var(--mark); color: var(--mark-ink); font-size: .85rem; }
        .news { list-style: none; margin: 0; padding: 0; }
        .news li { display: grid; grid-template-columns: 7rem 1fr; gap: .25rem 1rem; padding: .45rem 0; border-bottom: 1px solid var(--edge); }
        .news time { color: var(--soft); font-variant-numeric: tabular-nums; }
        .card { margin: 0 0 1rem; padding: 1rem 1.2rem; background: var(--card); border: 1px solid var(--edge); border-radius: .5rem; }
        .card p { margin: 0 0 .3rem; }
        .changes { list-style: none; margin: .8rem 0 0; padding: 0; }
        .changes > li { padding: .7rem 0 .4rem; border-top: 1px solid var(--edge); }
        .movement .size { margin-left: .6rem; }
        blockquote { margin: .5rem 0; padding: .1rem 0 .1rem .9rem; border-left: 3px solid var(--quote); color: var(--ink); font-size: .95rem; }
        details { margin-top: .6rem; font-size: .9rem; }
        details ul { margin: .4rem 0 0; padding-left: 1.2rem; }
        summary { cursor: pointer; color: var(--soft); }
        figure { margin: 0; }
        figcaption { font-size: .85rem; margin-top: .5rem; max-width: 44rem; }
        .legend { display: flex; flex-wrap: wrap; gap: .25rem 1.4rem; list-style: none; margin: .6rem 0 0; padding: 0; font-size: .85rem; }
        .legend svg { width: .7em; height: .7em; }
        .s0 { --series: #0072b2; } .s1 { --series: #c04f00; } .s2 { --series: #007a5a; } .s3 { --series: #b0578d; } .s4 { --series: #b97d00; } .s5 { --series: #3c94c9; } .s6 { --series: #1c2127; }
        @media (prefers-color-scheme: dark) { .s0 { --series: #4aa8dd; } .s1 { --series: #ff8a3d; } .s2 { --series: #2fc49a; } .s3 { --series: #e49bc6; } .s4 { --series: #f0b429; } .s5 { --series: #a5d8ff; } .s6 { --series: #eceff1; } }
        g[class], .legend svg { fill: var(--series); stroke: var(--series); }
        .chart .grid { stroke: var(--edge); }
        .chart .today { stroke: var(--soft); }
        .chart svg { fill: var(--soft); font-family: inherit; }
        .chart svg { display: block; width: 100%; min-width: 46rem; height: auto; }
        .foot { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--edge); font-size: .85rem; color: var(--soft); }
        @media (max-width: 34rem) {
          body { padding-top: 1.25rem; }
          .news li { grid-template-columns: 1fr; }
          .card { padding: .9rem .9rem; }
          h1 { font-size: 1.4rem; }
          table, tbody, tr, tbody th, td { display: block; }
          thead { position: absolute; clip-path: inset(50%); }
          tr { padding: .6rem 0; border-bottom: 1px solid var(--edge); }
          tbody th, td, td:last-child { padding: .1rem 0; border: 0; }
          td::before { content: attr(data-label) ": "; color: var(--soft); font-size: .85rem; }
          td.none { display: none; }
        }
        """;
}
