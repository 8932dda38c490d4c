using System.Net;
using System.Text;
using Alerts.Delivery.Wording;
using Alerts.Records;
using Alerts.Signup;
using Alerts.Subscriptions;

namespace Alerts.Pages;

/// <summary>The public form for subscribing by e-mail, and what it answers.</summary>
internal static class SubscribePage
{
    private const int MostListed = 60;

    private const string Style = """
        fieldset, .field { margin: 0 0 1.25rem; padding: 0; border: 0; min-width: 0; }
        legend, label.name { display: block; margin-bottom: .2rem; padding: 0; font-weight: 600; }
        .hint { margin: .1rem 0 .35rem; color: var(--soft); font-size: .9rem; }
        input[type=email], input[type=text], input[type=number], textarea { display: block; width: 100%; font: inherit; padding: .5rem .6rem; color: var(--ink); background: var(--field); border: 1px solid var(--line); border-radius: .3rem; }
        input[type=number] { width: 7rem; }
        .choice { display: flex; gap: .6rem; align-items: baseline; padding: .2rem 0; }
        details { margin: 0 0 1.25rem; }
        summary { cursor: pointer; padding: .3rem 0; font-weight: 600; }
        .problems { margin: 0 0 1.5rem; padding: .8rem 1rem; color: var(--bad); background: var(--bad-ground); border-left: .25rem solid var(--bad); }
        .problems h2 { margin: 0 0 .3rem; font-size: 1rem; }
        .problems ul { margin: 0; padding-left: 1.1rem; }
        .unseen { position: absolute; left: -100rem; }
        """;

    /// <summary>The form, with what was typed and what is wrong with it.</summary>
    /// <param name="form">What was typed.</param>
    /// <param name="problems">A sentence each; none for a form nobody has sent yet.</param>
    /// <param name="companies">Titles of the companies that are watched.</param>
    public static string Form(SignupForm form, IReadOnlyList<string> problems, IReadOnlyList<string> companies) => PageFrame.Of(
        problems.Count == 0 ? "Subscribe to alerts" : "Subscribe to alerts: please correct",
        $$"""
        {{Problems(problems)}}
        <p>An e-mail when an 8-K filing changes what a company said before: clinical data, milestones, financial guidance. You confirm by a link that is mailed to you, and can leave by a link in every mail.</p>
        <form method="post" action="/subscribe">
        <div class="field">
        <label class="name" for="email">E-mail address</label>
        <input type="email" id="email" name="email" required maxlength="254" autocomplete="email" value="{{Encoded(form.Email)}}">
        </div>
        <div class="field">
        <label class="name" for="companies">Companies</label>
        <p class="hint" id="companies-hint">Tickers or CIKs with blanks between, such as ALNY 855654. Leave it empty for all that are watched here. {{Companies(companies)}}</p>
        <textarea id="companies" name="companies" rows="2" autocomplete="off" spellcheck="false" aria-describedby="companies-hint">
        {{Encoded(form.Companies)}}</textarea>
        </div>
        <fieldset>
        <legend>Changes of</legend>
        <p class="hint">Tick none for all.</p>
        {{Kinds(form)}}
        </fieldset>
        <fieldset>
        <legend>How often</legend>
        {{Cadences(form)}}
        </fieldset>
        {{More(form)}}
        <div class="unseen" aria-hidden="true"><label for="website">Leave this empty</label><input type="text" id="website" name="website" tabindex="-1" autocomplete="off"></div>
        <button>Subscribe</button>
        </form>
        """,
        style: Style);

    /// <summary>What everybody is told whose request was in order, whatever became of it.</summary>
    /// <param name="address">The address as it was typed.</param>
    /// <param name="sender">Whom the mail comes from.</param>
    public static string Sent(string address, string sender) => PageFrame.Of(
        "Look into your mailbox",
        $"""
        <p>If <strong>{Encoded(address)}</strong> may be asked, a mail from {Encoded(sender)} with a link is on its way. Open the link and confirm within 7 days; until then nothing changes.</p>
        <p>Nothing there after an hour? Look among the unwanted mail. An address is asked once in 24 hours, so a second request in that time changes nothing; and it is asked no more once its owner, or its mail system, has refused mail from here. Write to {Encoded(sender)} in that case.</p>
        """);

    /// <summary>The operator does not offer the form.</summary>
    public static string Closed() => PageFrame.Of("Not open", "<p>One cannot subscribe here by oneself. Ask whoever runs this installation.</p>");

    private static string Problems(IReadOnlyList<string> problems)
    {
        if (problems.Count == 0)
            return "";
        var list = string.Concat(problems.Select(problem => $"<li>{Encoded(problem)}</li>"));
        // The focus takes those who hear the page to what is wrong.
        return $"""<div class="problems" role="alert" tabindex="-1" autofocus><h2>This did not work</h2><ul>{list}</ul></div>""";
    }

    private static string Companies(IReadOnlyList<string> companies) => companies.Count switch
    {
        0 => "None is watched yet.",
        <= MostListed => $"Watched: {Encoded(string.Join("; ", companies))}.",
        _ => $"Watched: {Encoded(string.Join("; ", companies.Take(MostListed)))}; and {companies.Count - MostListed} more.",
    };

    private static string Kinds(SignupForm form)
    {
        var html = new StringBuilder();
        foreach (var kind in Enum.GetValues<ChangeKind>())
            html.Append(Choice("checkbox", "kinds", RecordCode.Of(kind), Capital(RequestWording.Kind(kind)), form.Kinds.Contains(RecordCode.Of(kind))));
        return html.ToString();
    }

    private static string Cadences(SignupForm form)
    {
        var html = new StringBuilder();
        foreach (var cadence in Enum.GetValues<Cadence>())
            html.Append(Choice("radio", "cadence", RecordCode.Of(cadence), Capital(RequestWording.How(cadence)), form.Cadence == RecordCode.Of(cadence)));
        return html.ToString();
    }

    private static string Choice(string type, string name, string code, string label, bool isChosen) =>
        $"""<div class="choice"><input type="{type}" id="{name}-{code}" name="{name}" value="{code}"{(isChosen ? " checked" : "")}><label for="{name}-{code}">{label}</label></div>""";

    private static string More(SignupForm form)
    {
        var blank = new SignupForm();
        var isOpen = form.Programs.Length > 0 || form.Confidence != blank.Confidence;
        return $"""
            <details{(isOpen ? " open" : "")}>
            <summary>More choices</summary>
            <div class="field">
            <label class="name" for="programs">Only these programs or trials</label>
            <p class="hint" id="programs-hint">Names with commas between, such as mirvetuximab, SORAYA. Empty for all.</p>
            <input type="text" id="programs" name="programs" autocomplete="off" spellcheck="false" aria-describedby="programs-hint" value="{Encoded(form.Programs)}">
            </div>
            <div class="field">
            <label class="name" for="confidence">Least confidence</label>
            <p class="hint" id="confidence-hint">From 0 to 1: how sure the reading has to be. The lower, the more mails, and the more errors in them.</p>
            <input type="number" id="confidence" name="confidence" min="0" max="1" step="0.01" aria-describedby="confidence-hint" value="{Encoded(form.Confidence)}">
            </div>
            </details>
            """;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
