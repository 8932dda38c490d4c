using System.Globalization;

namespace Alerts.Pipeline;

/// <summary>What gives rise to alerts: a filing, or the day on which windows that it stated lapsed in silence.</summary>
/// <param name="Company">Ten-digit CIK, or the key of a company without one.</param>
/// <param name="Filing">The filing's name in the archive: its accession number.</param>
/// <param name="LapsedOn">The day of the lapse (UTC); null where the filing itself is the occasion.</param>
public sealed record Occasion(string Company, string Filing, DateOnly? LapsedOn = null)
{
    private const char Separator = ':';

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is no occasion; the message shows what is expected.</exception>
    public static Occasion Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(Separator) switch
        {
            [{ Length: > 0 } company, { Length: > 0 } filing] => new Occasion(company, filing),
            [{ Length: > 0 } company, { Length: > 0 } filing, var day]
                when DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var lapsed) =>
                new Occasion(company, filing, lapsed),
            _ => throw new FormatException($"\"{text}\" is no occasion; expected company:filing or company:filing:yyyy-mm-dd."),
        };
    }

    /// <summary>"0000855654:0001558370-21-016273", with a day behind it for a lapse; a key of tables and a queue message.</summary>
    public override string ToString() => LapsedOn is { } day
        ? string.Create(CultureInfo.InvariantCulture, $"{Company}{Separator}{Filing}{Separator}{day:yyyy-MM-dd}")
        : $"{Company}{Separator}{Filing}";
}
