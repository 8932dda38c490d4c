using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Alerts.Tests.Extraction.Accuracy;

/// <summary>
/// A record as JSON, from a label or from extraction, and what it takes for two to be the same: the rules that the labels were
/// made for. What a label leaves out may be anything.
/// </summary>
internal sealed class Label(JsonObject json)
{
    private static readonly Dictionary<string, string> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["percent"] = "%",
        ["pct"] = "%",
        ["month"] = "months",
        ["week"] = "weeks",
        ["day"] = "days",
        ["year"] = "years",
        ["pts"] = "patients",
        ["patient"] = "patients",
        ["subjects"] = "patients",
        ["mg/m²"] = "mg/m2",
        ["points"] = "score",
        ["point"] = "score",
        ["hazard ratio"] = "HR",
        ["hr"] = "HR",
    };

    private static readonly HashSet<string> Filling = [.. "the a an of in and or at from for with to mean median rate change baseline score".Split(' ')];

    /// <summary>True for what a careful reader may record or leave.</summary>
    public bool IsOptional => json["optional"]?.GetValueKind() == JsonValueKind.True;

    /// <summary>1 headline result, 2 safety and dose, 3 context.</summary>
    public int Tier => (int)(Number("tier") ?? 2);

    /// <summary>A field as text; empty where it is missing.</summary>
    public string Text(string field) => json[field] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : "";

    /// <summary>A field as a number; null where it is missing.</summary>
    public double? Number(string field) => json[field] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.GetValue<double>() : null;

    /// <summary>A field as a date; null where it is missing.</summary>
    public DateOnly? Date(string field) => DateOnly.TryParseExact(Text(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>The unit in the contract's spelling.</summary>
    public string Unit => Units.GetValueOrDefault(Text("unit").Trim(), Text("unit").Trim());

    /// <summary>True where both numbers are missing or the same to a thousandth.</summary>
    public static bool Same(double? a, double? b) =>
        a is null || b is null ? a is null && b is null : Math.Abs(a.Value - b.Value) <= 1e-3 * Math.Max(1e-9, Math.Max(Math.Abs(a.Value), Math.Abs(b.Value)));

    /// <summary>True where a found name holds one of the accepted ones: "EYLEA" does not name EYLEA HD.</summary>
    public bool NamesSame(Label found, string field, string aliases)
    {
        var name = Normal(Text(field));
        if (name.Length == 0)
            return true;
        var other = Normal(found.Text(field));
        IEnumerable<string> accepted = [name, .. json[aliases]?.AsArray().Select(a => Normal(a!.GetValue<string>())) ?? []];
        return other.Length > 0 && accepted.Any(a => a.Length > 0 && $" {other} ".Contains($" {a} ", StringComparison.Ordinal));
    }

    /// <summary>True where half of the shorter term's words and a third of the longer one's are shared.</summary>
    public bool SaysSame(Label found, string field)
    {
        if (Normal(Text(field)).Length == 0)
            return true;
        var (a, b) = (Words(Text(field)), Words(found.Text(field)));
        var shared = a.Intersect(b).Count();
        return a.SetEquals(b) || (shared > 0 && shared >= 0.5 * Math.Min(a.Count, b.Count) && shared >= 0.34 * Math.Max(a.Count, b.Count));
    }

    /// <summary>Lower case, letters and digits only, single blanks.</summary>
    public static string Normal(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant())
        {
            if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or (>= 'α' and <= 'ω'))
                normal.Append(c);
            else if (normal.Length > 0 && normal[^1] != ' ')
                normal.Append(' ');
        }

        return normal.ToString().TrimEnd();
    }

    /// <inheritdoc/>
    public override string ToString() => json.ToJsonString(Alerts.Records.RecordJson.Options);

    private static HashSet<string> Words(string text) => [.. Normal(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(Filling)];
}
