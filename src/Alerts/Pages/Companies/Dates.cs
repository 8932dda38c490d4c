using System.Globalization;
using Alerts.Filings;
using Alerts.History;
using Alerts.Pipeline;

namespace Alerts.Pages.Companies;

/// <summary>Days as pages write them: those of US Eastern, where filings are accepted.</summary>
internal static class Dates
{
    /// <summary>"3 Aug 2022".</summary>
    public static string Day(DateTimeOffset moment) => WindowText.Day(DateOnly.FromDateTime(Local(moment)));

    /// <summary>For programs: the moment in UTC.</summary>
    public static string Iso(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The name of an occasion on its company's page.</summary>
    public static string Anchor(Occasion occasion) => "of-" + occasion.Filing + (occasion.LapsedOn is { } day ? "-" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "");

    // What the clock raises stands at the beginning of a day in UTC and means that day.
    private static DateTime Local(DateTimeOffset moment) =>
        moment.UtcDateTime.TimeOfDay == TimeSpan.Zero ? moment.UtcDateTime : EasternTime.From(moment).DateTime;
}
