using System.Text.Json.Nodes;
using Alerts.Records;

namespace Alerts.Tests.Samples;

/// <summary>
/// What the samples state, labelled by hand from their text. "optional" marks what a careful reader may record or leave;
/// "aliases" are other names of the program that the filing uses; tier 1 is a headline result, 2 safety and dose, 3 context.
/// </summary>
internal static class SampleLabels
{
    /// <summary>The label files with the samples that they belong to.</summary>
    public static IEnumerable<(string Sample, JsonObject Label)> All =>
        Directory.EnumerateFiles(Path.Combine(Corpus.Root, "tests", "Alerts.Tests", "Samples", "Labels"), "*.json")
            .Order()
            .Select(file => (Path.Combine(Corpus.Root, "samples", Path.GetFileNameWithoutExtension(file) + ".txt"), JsonNode.Parse(File.ReadAllText(file))!.AsObject()));

    /// <summary>Whether a record says what a label says. What the label leaves out may be anything.</summary>
    public static bool Says(this Statement record, JsonObject label) => record switch
    {
        Milestone m => Code(m.Code) == Text(label, "milestone")
            && (label["what"] is null || Text(label, "what") == m.What)
            && Text(label, "from") == $"{m.From:yyyy-MM-dd}" && Text(label, "to") == $"{m.To:yyyy-MM-dd}"
            && NamesProgram(m, label) && NamesTrial(m, label),
        FinancialGuidance f => Code(f.Metric) == Text(label, "metric")
            && Number(label, "low") == f.Low && Number(label, "high") == f.High
            && (label["period"] is null || Text(label, "period") == f.Period)
            && (label["from"] is null || Text(label, "from") == $"{f.From:yyyy-MM-dd}"),
        DataPoint d => Code(d.Measure) == Text(label, "measure")
            && Number(label, "value") == d.Value && (label["unit"] is null || d.Value is null or 0 || Text(label, "unit") == d.Unit)
            && Same(label, "outcome", d.Outcome) && Same(label, "grade", d.Grade) && Same(label, "assessor", d.Assessor)
            && (Text(label, "term") is not { Length: > 0 } term || d.Term?.Contains(term, StringComparison.OrdinalIgnoreCase) == true)
            && Same(label, "ciLow", d.CiLow) && Same(label, "ciHigh", d.CiHigh) && Same(label, "pValue", d.PValue)
            && NamesProgram(d, label) && NamesTrial(d, label),
        _ => false,
    };

    private static bool NamesProgram(Statement record, JsonObject label) =>
        (label["aliases"]?.AsArray().Select(name => name!.GetValue<string>()) ?? []).Prepend(Text(label, "program"))
            .Any(name => string.Equals(name, record.Program, StringComparison.OrdinalIgnoreCase));

    private static bool NamesTrial(Statement record, JsonObject label) =>
        label["trial"] is null || string.Equals(Text(label, "trial"), record.Trial, StringComparison.OrdinalIgnoreCase);

    private static bool Same(JsonObject label, string field, string? value) => label[field] is null || Text(label, field) == value;

    private static bool Same(JsonObject label, string field, double? value) => label[field] is null || Number(label, field) == value;

    private static string Text(JsonObject label, string field) => label[field]?.GetValue<string>() ?? "";

    private static double? Number(JsonObject label, string field) => label[field]?.GetValue<double>();

    private static string Code<T>(T code) => System.Text.Json.JsonSerializer.SerializeToNode(code, RecordJson.Options)!.GetValue<string>();
}
