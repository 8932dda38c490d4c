using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Alerts.Records;

namespace Alerts.Tests.Extraction.Specs;

/// <summary>A data point in the compact form of the specification files: <c>ORR 32.4 % ci=23.6..42.2 assessor=investigator</c>.</summary>
internal static partial class SpecRecord
{
    /// <summary>The fields that are left out where they say what the title says.</summary>
    private static readonly string[] Silent = ["program", "trial", "phase"];

    /// <summary>Writes a data point.</summary>
    public static string Write(DataPoint point)
    {
        var text = new StringBuilder(JsonSerializer.Serialize(point.Measure).Trim('"'));
        if (point.Value is { } value)
            text.Append(CultureInfo.InvariantCulture, $" {value} {point.UnitText ?? point.Unit}");
        foreach (var (key, field) in Fields(point))
        {
            if (field is not null && !Silent.Contains(key))
                text.Append(' ').Append(key).Append('=').Append(field.Contains(' ', StringComparison.Ordinal) ? $"\"{field}\"" : field);
        }

        return text.ToString();
    }

    /// <summary>True where a data point has the value and all fields that a line states.</summary>
    public static bool Matches(string line, DataPoint point)
    {
        var fields = Fields(point).ToDictionary(f => f.Key, f => f.Value);
        var head = Field().Replace(line, "").Trim();
        var actualHead = Field().Replace(Write(point), "").Trim();
        return head == actualHead && Field().Matches(line).All(m => fields.TryGetValue(m.Groups[1].Value, out var actual) && actual == m.Groups[2].Value.Trim('"'));
    }

    private static IEnumerable<(string Key, string? Value)> Fields(DataPoint point)
    {
        yield return ("outcome", point.Outcome);
        yield return ("term", point.Term);
        yield return ("grade", point.Grade);
        yield return ("count", Number(point.Count));
        yield return ("of", Number(point.Of));
        yield return ("n", Number(point.N));
        yield return ("ci", point.CiLow is null && point.CiHigh is null ? null : $"{Number(point.CiLow)}..{Number(point.CiHigh)}");
        yield return ("p", Number(point.PValue));
        yield return ("assessor", point.Assessor);
        yield return ("arm", point.Arm);
        yield return ("population", point.Population);
        yield return ("at", point.At);
        yield return ("asOf", point.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        yield return ("program", point.Program);
        yield return ("trial", point.Trial);
        yield return ("phase", point.Phase);
        yield return ("flags", point.Flags is null ? null : string.Join(",", point.Flags));
    }

    private static string? Number(double? number) => number?.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("\\b([a-zA-Z]+)=(\"[^\"]*\"|\\S+)")]
    private static partial Regex Field();
}
