using System.Net;

namespace Alerts.Pages;

/// <summary>
/// The document around every page: head, style, heading. One file without script or anything to load from elsewhere, readable on a
/// narrow screen and a dark one.
/// </summary>
internal static class PageFrame
{
    /// <summary>For the head of pages that only the holder of a link sees: search engines leave them out.</summary>
    public const string Private = """<meta name="robots" content="noindex">""";

    // Colours in one place, each with enough contrast on its ground (WCAG 2.2, 1.4.3) in both schemes.
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1c2127; --soft: #5a6470; --ground: #fff; --line: #8a94a0; --field: #fff; --link: #0b5cad; --button: #0b5cad; --bad: #b3261e; --bad-ground: #fdf0ef; }
        @media (prefers-color-scheme: dark) { :root { --ink: #eceff1; --soft: #a7b0ba; --ground: #161616; --line: #7d8792; --field: #202326; --link: #8ab8f5; --bad: #f2a39d; --bad-ground: #2e1a19; } }
        * { box-sizing: border-box; }
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 38rem; margin: 0 auto; padding: 2.5rem 1rem; color: var(--ink); background: var(--ground); overflow-wrap: break-word; }
        body.wide { max-width: 64rem; }
        h1 { font-size: 1.6rem; line-height: 1.25; }
        a { color: var(--link); }
        button { font: inherit; padding: .6rem 1.2rem; border: 0; border-radius: .3rem; background: var(--button); color: #fff; cursor: pointer; }
        :focus-visible { outline: .2rem solid var(--link); outline-offset: .15rem; }
        """;

    /// <summary>The whole document.</summary>
    /// <param name="title">The heading, and with the product's name the window's title; any text.</param>
    /// <param name="body">What follows the heading, as HTML.</param>
    /// <param name="head">More elements of the head, as HTML.</param>
    /// <param name="style">More style, for this page alone.</param>
    /// <param name="before">What stands above the heading, as HTML.</param>
    /// <param name="isWide">True for pages with tables; running text is read best in a narrow column.</param>
    public static string Of(string title, string body, string head = "", string style = "", bool isWide = false, string before = "") =>
        $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        {{head}}
        <title>{{WebUtility.HtmlEncode(title)}} – Alerts</title>
        <style>
        {{Style}}
        {{style}}
        </style>
        </head>
        <body{{(isWide ? " class=\"wide\"" : "")}}>
        {{before}}
        <main>
        <h1>{{WebUtility.HtmlEncode(title)}}</h1>
        {{body}}
        </main>
        </body>
        </html>

        """;
}
