using System.CommandLine;
using System.Globalization;

namespace Alerts.Local.Commands;

/// <summary>Options that several commands share, each made anew for each command.</summary>
internal static class SharedOptions
{
    /// <summary>The data folder where none is named.</summary>
    public const string DefaultData = "alerts-data";

    /// <summary>--data DIR.</summary>
    public static Option<string> Data(string folder = DefaultData) => new("--data", "-d")
    {
        Description = "Folder of the archive, the records and the outbox; made if it is not there",
        HelpName = "DIR",
        DefaultValueFactory = _ => folder,
    };

    /// <summary>--json.</summary>
    public static Option<bool> Json() => new("--json") { Description = "JSON for programs, one object a line" };

    /// <summary>--company.</summary>
    public static Option<string?> Company() => new("--company", "-c")
    {
        Description = "Only this company: CIK, ticker or name",
        HelpName = "COMPANY",
    };

    /// <summary>A day, as yyyy-mm-dd.</summary>
    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            result.AddError($"{name}: \"{result.Tokens[0].Value}\" is no day; expected one like 2022-08-03.");
            return null;
        },
    };

    /// <summary>The beginning of a day in UTC.</summary>
    public static DateTimeOffset? Start(DateOnly? day) => day is { } date ? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero) : null;
}
