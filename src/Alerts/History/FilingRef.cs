using System.Security.Cryptography;
using System.Text;
using Alerts.Edgar;
using Alerts.Filings;
using Alerts.Records;
using Alerts.Storage;

namespace Alerts.History;

/// <summary>What history knows of a filing: its place in time, and where people find it.</summary>
internal sealed record FilingRef
{
    // Before every filing on EDGAR, and late enough for any store's dates.
    private static readonly DateOnly Undated = new(1900, 1, 1);

    private const int MaxNameLength = 60;

    /// <summary>Acceptance time and name.</summary>
    public required Position Position { get; init; }

    /// <summary>The day that the filing speaks from.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>EDGAR's accession number; null for a document that came without one.</summary>
    public string? Accession { get; init; }

    /// <summary>The file that it was ingested from.</summary>
    public string? File { get; init; }

    /// <summary>True for an 8-K/A.</summary>
    public bool Amends { get; init; }

    /// <summary>For an 8-K/A, the day on which the report that it amends was filed or is dated, where it says so.</summary>
    public DateOnly? AmendsFiledOn { get; init; }

    /// <summary>True for a filing of quarterly results: Item 2.02, Item 12 before August 2004.</summary>
    public bool IsResults { get; init; }

    /// <summary>The filing's place in history.</summary>
    public static FilingRef Of(ParsedFiling filing)
    {
        var facts = filing.Filing;
        var date = facts.EventDate
            ?? (facts.FiledAt is { } filed ? DateOnly.FromDateTime(EasternTime.From(filed).DateTime) : Undated);
        var at = (facts.FiledAt ?? EasternTime.At(date.ToDateTime(TimeOnly.MinValue))).ToUniversalTime();
        return new FilingRef
        {
            Position = new Position(at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond)), NameOf(filing)),
            Date = date,
            Accession = facts.Accession,
            File = filing.File,
            Amends = facts.IsAmendment,
            AmendsFiledOn = facts.AmendsFiledOn,
            IsResults = !facts.IsAmendment && facts.Items.Any(item => item is "2.02" or "12"),
        };
    }

    /// <summary>
    /// The name in the archive, else the accession number; for a document that has neither a name made of its company,
    /// day and file name. What was extracted is left out on purpose: a better parser must find the same name.
    /// </summary>
    public static string NameOf(ParsedFiling filing)
    {
        var facts = filing.Filing;
        if (filing.Name is { Length: > 0 } name)
            return Keys.Shorten(name, MaxNameLength);
        if (facts.Accession is { Length: > 0 } accession)
            return Keys.Shorten(accession, MaxNameLength);

        var file = filing.File is null ? "" : Path.GetFileName(filing.File.Replace('\\', '/'));
        return "file-" + ContentHash.Of(facts.Company ?? "", facts.EventDate?.ToString("O") ?? "", file);
    }

    /// <summary>The filing on sec.gov; null for a document without accession.</summary>
    public string? Url(string cik) => Accession is null
        ? null
        : EdgarNames.FilingPage(cik, Accession).AbsoluteUri;
}

/// <summary>Names made of content: the same content has the same name on every machine.</summary>
internal static class ContentHash
{
    /// <summary>Sixteen bytes of SHA-256 over the parts, in hexadecimal.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        // A separator that no part contains keeps ("a","bc") apart from ("ab","c").
        var joined = string.Join('\u001f', parts!);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(joined)).AsSpan(0, 16));
    }
}
