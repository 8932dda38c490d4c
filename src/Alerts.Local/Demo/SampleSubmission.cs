using System.Globalization;
using System.Text;
using Alerts.Filings;

namespace Alerts.Local.Demo;

/// <summary>
/// One full submission of a folder, as far as EDGAR's own lists tell of it: the lines of its SGML header, and its items
/// as the reader finds them, since headers of 2000 to 2004 leave some out where the lists do not.
/// </summary>
internal sealed record SampleSubmission
{
    private const string HeaderEnd = "</SEC-HEADER>";

    /// <summary>Accession number with dashes.</summary>
    public required string Accession { get; init; }

    /// <summary>Ten digits.</summary>
    public required string Cik { get; init; }

    /// <summary>8-K, 8-K/A …</summary>
    public required string Form { get; init; }

    /// <summary>When EDGAR took it in. Old headers state only the day, which counts from midnight in New York as in EDGAR's lists.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>False where only the day is known.</summary>
    public required bool HasTime { get; init; }

    /// <summary>"FILED AS OF DATE": after 17:30 the next business day.</summary>
    public required DateOnly FilingDate { get; init; }

    /// <summary>"CONFORMED PERIOD OF REPORT".</summary>
    public DateOnly? ReportDate { get; init; }

    /// <summary>Codes of the items, joined by commas as EDGAR does.</summary>
    public required string Items { get; init; }

    /// <summary>The remaining lines of the header, by their names.</summary>
    public required ILookup<string, string> Header { get; init; }

    /// <summary>File name and description of the first document.</summary>
    public string PrimaryDocument { get; init; } = "";

    /// <inheritdoc cref="PrimaryDocument"/>
    public string PrimaryDescription { get; init; } = "";

    /// <summary>Whether the first document carries inline XBRL.</summary>
    public bool IsInlineXbrl { get; init; }

    /// <summary>The bytes as filed.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Path of the submission on www.sec.gov.</summary>
    public string Path => $"/Archives/edgar/data/{Cik.TrimStart('0')}/{Accession.Replace("-", "", StringComparison.Ordinal)}/{Accession}.txt";

    /// <summary>A line of the header, or nothing.</summary>
    public string Line(string name) => Header[name].FirstOrDefault() ?? "";

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is no full submission; the message names what is missing.</exception>
    public static SampleSubmission Read(string file)
    {
        var content = File.ReadAllBytes(file);
        var text = Encoding.Latin1.GetString(content);
        var end = text.IndexOf(HeaderEnd, StringComparison.Ordinal);
        if (end < 0)
            throw Invalid(file, HeaderEnd);

        var header = Lines(text[..end]);
        var filed = Date(Required("FILED AS OF DATE"));
        var hasTime = DateTime.TryParseExact(
            header["ACCEPTANCE-DATETIME"].FirstOrDefault(), "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var accepted);
        var firstDocument = text[end..Math.Min(text.Length, end + 4000)];
        return new SampleSubmission
        {
            Accession = Required("ACCESSION NUMBER"),
            Cik = Required("CENTRAL INDEX KEY").PadLeft(10, '0'),
            Form = Required("CONFORMED SUBMISSION TYPE"),
            AcceptedAt = EasternTime.At(hasTime ? accepted : filed.ToDateTime(TimeOnly.MinValue)),
            HasTime = hasTime,
            FilingDate = filed,
            ReportDate = header["CONFORMED PERIOD OF REPORT"].Select(d => (DateOnly?)Date(d)).FirstOrDefault(),
            Items = string.Join(',', FilingReader.Read(content).Facts.Items),
            Header = header,
            PrimaryDocument = Tag(firstDocument, "<FILENAME>"),
            PrimaryDescription = Tag(firstDocument, "<DESCRIPTION>"),
            IsInlineXbrl = text.Contains("<ix:header", StringComparison.OrdinalIgnoreCase),
            Content = content,
        };

        string Required(string name) => header[name].FirstOrDefault() is { Length: > 0 } value ? value : throw Invalid(file, name);
        DateOnly Date(string digits) =>
            DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date
                : throw new InvalidDataException($"{file}: \"{digits}\" in the SGML header is no date (expected yyyymmdd).");
    }

    // "CONFORMED SUBMISSION TYPE:	8-K", and the one line in angle brackets, "<ACCEPTANCE-DATETIME>20070604070138".
    private static ILookup<string, string> Lines(string header) => header
        .Split('\n')
        .Select(line => line.Trim())
        .Select(line => line.StartsWith('<') ? line.TrimStart('<').Split('>', 2) : line.Split(':', 2))
        .Where(parts => parts.Length == 2)
        .ToLookup(parts => parts[0], parts => parts[1].Trim());

    private static string Tag(string text, string tag)
    {
        var start = text.IndexOf(tag, StringComparison.Ordinal);
        return start < 0 ? "" : text[(start + tag.Length)..].Split('\n', 2)[0].Trim();
    }

    private static InvalidDataException Invalid(string file, string missing) =>
        new($"{file} is no full EDGAR submission: its SGML header has no {missing}.");
}
