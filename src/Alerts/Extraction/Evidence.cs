using System.Globalization;
using Alerts.Extraction.Language;
using Alerts.Filings;
using Alerts.Records;

namespace Alerts.Extraction;

/// <summary>
/// Checks that a record's quote stands in its document where the record says, and that a data point's figure stands in
/// the quote. What does not verify is no record.
/// </summary>
internal static class Evidence
{
    /// <summary>True where quote, place and figure are right.</summary>
    public static bool Holds(ReadFiling filing, Statement record) => Stands(filing, record) && (record is not DataPoint point || HasFigure(point));

    /// <summary>True where the quote stands in the filing's document at the place that the record names.</summary>
    public static bool Stands(ReadFiling filing, Statement record) => filing.Documents.Any(document =>
        document.Type == record.Document
        && record.Quote.Length > 0 && record.Start >= 0 && record.Start + record.Quote.Length <= document.Text.Length
        && document.Text.AsSpan(record.Start, record.Quote.Length).SequenceEqual(record.Quote));

    private static bool HasFigure(DataPoint point)
    {
        if (point.Value is not { } value || point is { Outcome: "none", Value: 0 })
            return true;
        foreach (var token in Tokenizer.Read(point.Quote).Tokens)
        {
            if (token.IsNumber && (token.Number == value || token.Number == -value))
                return true;
        }

        // "10.5%" behind a glued label is still there to be read.
        return HasNumber(point.Quote, Math.Abs(value).ToString(CultureInfo.InvariantCulture));
    }

    // The digits of a number with no further ones beside them: 5 does not stand in "15", "5.9" or "1,500".
    private static bool HasNumber(string text, string number)
    {
        for (var at = text.IndexOf(number, StringComparison.Ordinal); at >= 0; at = text.IndexOf(number, at + 1, StringComparison.Ordinal))
        {
            var end = at + number.Length;
            var goesOn = end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])));
            if (!goesOn && (at == 0 || !(char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '.' or ',')))
                return true;
        }

        return false;
    }
}
