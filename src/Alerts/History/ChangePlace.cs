using System.Diagnostics.CodeAnalysis;
using Alerts.Records;
using Alerts.Storage;

namespace Alerts.History;

/// <summary>
/// Where a change stands in the order of its company's changes: by time, then by filing, then by name. The order is total and is made of
/// the change alone, so that whatever is added later, the place of a change stays where it is.
/// </summary>
/// <param name="At">When it became known.</param>
/// <param name="Filing">Accession number of the filing.</param>
/// <param name="Id">The change's name.</param>
public sealed record ChangePlace(DateTimeOffset At, string Filing, string Id)
{
    /// <summary>The place of a change.</summary>
    public static ChangePlace Of(Change change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new(change.At!.Value, change.Filing ?? "", change.Id);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ChangePlace? place)
    {
        place = null;
        try
        {
            if (Keys.Split(text) is [var at, var filing, { Length: > 0 } id] && text.Length <= LongestText)
                place = new ChangePlace(Keys.ReadTimestamp(at), filing, id);
        }
        catch (FormatException)
        {
            // What somebody typed is no place: the caller says so.
        }

        return place is not null;
    }

    /// <summary>As one text that stands in addresses: "20220523T110124…Z!0000855654-22-900017!9f…".</summary>
    public override string ToString() => Keys.Join(Keys.Timestamp(At), Filing, Id);

    // A key of a table with what stands around it still fits.
    private const int LongestText = 300;
}
