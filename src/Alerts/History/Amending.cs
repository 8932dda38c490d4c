using Alerts.Filings;
using Alerts.Records;

namespace Alerts.History;

/// <summary>
/// What an 8-K/A says anew. It stands in the place of the report that it amends: what it repeats of that report was said then, however far
/// history has moved on since.
/// </summary>
internal static class Amending
{
    /// <summary>The acceptance times among which the amended report is; null where no filing is amended, or the amendment does not say which.</summary>
    public static (DateTimeOffset From, DateTimeOffset To)? Reach(FilingRef amendment) => amendment.AmendsFiledOn is { } day
        // Four business days lie between an event and the report of it; the amendment may name the day of either.
        ? (EasternTime.At(day.ToDateTime(TimeOnly.MinValue)), EasternTime.At(day.AddDays(8).ToDateTime(TimeOnly.MinValue)))
        : null;

    /// <summary>The statements of a filing without those that the report which it amends has made already.</summary>
    /// <param name="filing">The filing.</param>
    /// <param name="told">Its statements of one key.</param>
    /// <param name="others">Statements of the same key, those of the amended report among them.</param>
    public static IReadOnlyList<Told> News(FilingRef filing, IReadOnlyList<Told> told, IReadOnlyList<Told> others)
    {
        if (filing.AmendsFiledOn is not { } day)
            return told;
        var said = others.Where(other => IsAmended(other.Filing, day, filing.Position)).Select(other => Contents(other.Statement)).ToHashSet();
        return [.. told.Where(t => !said.Contains(Contents(t.Statement)))];
    }

    private static bool IsAmended(FilingRef filing, DateOnly day, Position amendment) => filing.Position < amendment
        && (filing.Date == day || DateOnly.FromDateTime(EasternTime.From(filing.Position.At).DateTime) == day);

    // Where a statement stands, and how sure it is, is not what it says.
    private static Statement Contents(Statement statement) =>
        statement with { Quote = "", Document = "", Start = 0, Confidence = 1, Flags = null };
}
