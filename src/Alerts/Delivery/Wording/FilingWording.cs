using System.Globalization;
using Alerts.Filings;
using Alerts.Records;

namespace Alerts.Delivery.Wording;

/// <summary>A filing in a line.</summary>
internal static class FilingWording
{
    /// <summary>"ImmunoGen, Inc. (IMGN) · 8-K · items 2.02, 9.01 · filed 3 Aug 2022, 16:05 ET".</summary>
    public static string Line(FilingFacts filing) => Cover(filing) is { Length: > 0 } cover ? $"{Company(filing)} · {cover}" : Company(filing);

    /// <summary>"8-K · items 2.02, 9.01 · filed 3 Aug 2022, 16:05 ET"; empty where the filing states none of it.</summary>
    public static string Cover(FilingFacts filing)
    {
        var parts = new List<string>();
        if (filing.Form is { } form)
            parts.Add(PlainText.Line(form, 12));
        if (filing.Items.Count > 0)
            parts.Add((filing.Items.Count == 1 ? "item " : "items ") + PlainText.Line(string.Join(", ", filing.Items), 80));
        if (filing.FiledAt is { } at)
            parts.Add("filed " + EasternTime.From(at).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture) + " ET");
        return string.Join(" · ", parts);
    }

    /// <summary>"ImmunoGen, Inc. (IMGN)".</summary>
    public static string Company(FilingFacts filing)
    {
        var company = PlainText.Line(filing.Company ?? (filing.Cik is { } cik ? "CIK " + cik : "Unnamed company"), 100);
        return filing.Ticker is { } ticker ? $"{company} ({PlainText.Line(ticker, 10)})" : company;
    }

    /// <summary>"EX-99.2: the exhibit is an image".</summary>
    public static string Note(CoverageNote note) =>
        (note.Document is { } document ? PlainText.Line(document, 20) + ": " : "") + PlainText.Line(note.Reason, 300);
}
