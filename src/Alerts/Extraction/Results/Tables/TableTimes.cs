using System.Globalization;
using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;

namespace Alerts.Extraction.Results.Tables;

/// <summary>Reads the time point in a row's label: "12-month PFS rate".</summary>
internal static class TableTimes
{
    /// <summary>The time point; null where there is none.</summary>
    public static string? In(string label)
    {
        var time = QuantityReader.Read(Tokenizer.Read(label)).Find(q => q.Kind == QuantityKind.Time && !q.IsRange);
        return time is null ? null : string.Create(CultureInfo.InvariantCulture, $"{time.Value} {time.Unit}");
    }
}
