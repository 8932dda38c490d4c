using System.Globalization;

namespace Alerts.Filings;

/// <summary>
/// The facts of a submission's SGML header, in both its forms: "ACCESSION NUMBER:  …" lines of the .txt submission and
/// "&lt;ACCESSION-NUMBER&gt;…" tags of the dissemination feed.
/// </summary>
internal sealed record SubmissionHeader
{
    /// <summary>Accession number with dashes.</summary>
    public string? Accession { get; init; }

    /// <summary>Form type, <c>8-K/A</c>.</summary>
    public string? Form { get; init; }

    /// <summary>Acceptance time in US Eastern.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>Conformed period of report: the date of the earliest event.</summary>
    public DateOnly? Period { get; init; }

    /// <summary>The day that the submission counts as filed on.</summary>
    public DateOnly? FiledOn { get; init; }

    /// <summary>The first filer's CIK, ten digits.</summary>
    public string? Cik { get; init; }

    /// <summary>The first filer's conformed name.</summary>
    public string? Company { get; init; }

    /// <summary>Month and day of the fiscal year's end.</summary>
    public string? FiscalYearEnd { get; init; }

    /// <summary>What follows "ITEM INFORMATION:", in order; titles in .txt submissions, numbers in the feed; may be empty.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>Reads a header. What is missing or damaged stays null.</summary>
    public static SubmissionHeader Read(string header)
    {
        var result = new SubmissionHeader();
        var items = new List<string>();
        foreach (var (name, value) in Fields(header))
            result = Take(result, items, name, value);
        return result with { Items = items };
    }

    private static SubmissionHeader Take(SubmissionHeader header, List<string> items, string name, string value)
    {
        switch (name)
        {
            case "ACCESSION NUMBER":
                return header.Accession is null ? header with { Accession = value } : header;
            case "CONFORMED SUBMISSION TYPE" or "TYPE":
                return header.Form is null ? header with { Form = value } : header;
            case "ACCEPTANCE DATETIME":
                return header with { AcceptedAt = header.AcceptedAt ?? AcceptanceTime(value) };
            case "CONFORMED PERIOD OF REPORT" or "PERIOD":
                return header with { Period = header.Period ?? Day(value) };
            case "FILED AS OF DATE" or "FILING DATE":
                return header with { FiledOn = header.FiledOn ?? Day(value) };
            case "CENTRAL INDEX KEY" or "CIK":
                return header.Cik is null && value.Length <= 10 && value.All(char.IsAsciiDigit)
                    ? header with { Cik = value.PadLeft(10, '0') }
                    : header;
            case "COMPANY CONFORMED NAME" or "CONFORMED NAME":
                return header.Company is null ? header with { Company = value } : header;
            case "FISCAL YEAR END":
                return header.FiscalYearEnd is null && value.Length == 4 ? header with { FiscalYearEnd = value } : header;
            case "ITEM INFORMATION" or "ITEMS":
                items.Add(value);
                return header;
            default:
                return header;
        }
    }

    // "NAME: value" lines and "<NAME>value" tags, one or many on a line. Dashes of tag names read as blanks.
    private static IEnumerable<(string Name, string Value)> Fields(string header)
    {
        foreach (var range in header.Split('\n'))
        {
            var line = range.Trim();
            if (line.StartsWith('<'))
            {
                foreach (var tag in line.Split('<', StringSplitOptions.RemoveEmptyEntries))
                {
                    var close = tag.IndexOf('>', StringComparison.Ordinal);
                    if (close > 0 && tag[0] != '/')
                        yield return (tag[..close].Replace('-', ' '), tag[(close + 1)..].Trim());
                }
            }
            else if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                yield return (line[..colon].TrimEnd(), line[(colon + 1)..].Trim());
            }
        }
    }

    private static DateTimeOffset? AcceptanceTime(string value) =>
        DateTime.TryParseExact(value, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? EasternTime.At(local)
            : null;

    private static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
