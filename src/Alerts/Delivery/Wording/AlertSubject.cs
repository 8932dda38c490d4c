using System.Text;
using Alerts.Records;

namespace Alerts.Delivery.Wording;

/// <summary>The subject line: who, what moved, where to, in the order of importance.</summary>
internal static class AlertSubject
{
    /// <summary>Longest subject line. Mail programs show about half of it in a list, hence the order.</summary>
    public const int Longest = 120;

    /// <summary>"IMGN: MIRASOL top line delayed to early 2023; BLA accepted, PDUFA 28 Nov 2022; +3 more".</summary>
    /// <param name="filing">Gives the ticker or the company's name.</param>
    /// <param name="changes">At least one, the most important first.</param>
    public static string Of(FilingFacts filing, IReadOnlyList<Change> changes) => Of(Who(filing) + ": ", changes);

    /// <summary>The same without saying who, for where that stands already.</summary>
    public static string Of(IReadOnlyList<Change> changes) => Of("", changes);

    private static string Of(string who, IReadOnlyList<Change> changes)
    {
        var manyPrograms = changes.Select(change => change.Program).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Any();
        var line = new StringBuilder(who);
        ChangeText? previous = null;
        for (var index = 0; index < changes.Count; index++)
        {
            var text = ChangeWording.Of(changes[index], grouped: changes.Count(other => IsAlike(other, changes[index])) > 1);
            var part = Part(text, previous, manyPrograms);
            var left = changes.Count - index - 1;
            var tail = left == 0 ? "" : $"; +{left} more";
            if (previous is null)
                line.Append(PlainText.Line(part, Longest - line.Length - tail.Length));
            else if (line.Length + part.Length + tail.Length <= Longest)
                line.Append(part);
            else
                return line.Append($"; +{left + 1} more").ToString();
            previous = text;
        }

        return line.ToString();
    }

    // What belongs to the same trial or application is joined by a comma and not named again.
    private static string Part(ChangeText text, ChangeText? previous, bool manyPrograms)
    {
        var clause = text.Name.Length == 0 || (text.SpeaksForItself && !manyPrograms) ? text.Clause : text.Title;
        if (previous is null)
            return clause;
        var together = previous.Name == text.Name && previous.SpeaksForItself == text.SpeaksForItself;
        return together ? ", " + text.Clause : "; " + clause;
    }

    private static bool IsAlike(Change one, Change other) =>
        one.Code == other.Code && one.Word == other.Word && ChangeWording.Name(one) == ChangeWording.Name(other);

    /// <summary>"IMGN", else the company's name.</summary>
    public static string Who(FilingFacts filing)
    {
        if (filing.Ticker is { Length: > 0 } ticker)
            return PlainText.Line(ticker, 10);
        return filing.Company is { Length: > 0 } company ? PlainText.Line(WithoutLegalForm(company), 40) : "CIK " + (filing.Cik ?? "unknown");
    }

    private static string WithoutLegalForm(string company)
    {
        var comma = company.LastIndexOf(',');
        return comma > 2 && company.Length - comma <= 7 ? company[..comma] : company;
    }
}
