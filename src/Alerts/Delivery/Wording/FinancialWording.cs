using Alerts.History;
using Alerts.Records;

namespace Alerts.Delivery.Wording;

/// <summary>Changes of financial guidance in words: "FY2022 revenue guidance raised to $75–85M".</summary>
internal static class FinancialWording
{
    public static ChangeText Of(Change change, FinancialGuidance guidance)
    {
        var was = change.Before is FinancialGuidance before ? Value(before, change.BeforeAt) : null;
        var now = change.After is FinancialGuidance after ? Value(after, change.At) : null;
        var clause = IsRunway(guidance) ? RunwayClause(change.Word, now) : Clause(change.Word, Label(change, guidance), now);
        // What a company as a whole expects is about no program, even where the sentence names one.
        return new("", clause, was, now ?? After(change), Size(change), null) { SpeaksForItself = true };
    }

    private static string Clause(ChangeWord word, string label, string? now) => word switch
    {
        ChangeWord.New => now is null ? $"{label} given" : $"{label} {now}",
        ChangeWord.Omitted => $"{label} no longer given",
        ChangeWord.Withdrawn => $"{label} withdrawn",
        ChangeWord.Reaffirmed => $"{label} reaffirmed" + (now is null ? "" : " at " + now),
        _ => $"{label} {RecordCode.Of(word)}" + (now is null ? "" : " to " + now),
    };

    private static string RunwayClause(ChangeWord word, string? now) => word switch
    {
        ChangeWord.Raised => "cash runway extended " + now,
        ChangeWord.Lowered => "cash runway shortened " + now,
        ChangeWord.Withdrawn => "cash runway guidance withdrawn",
        ChangeWord.Omitted => "cash runway no longer given",
        _ => "cash runway " + now,
    };

    private static string? After(Change change) => change.Word switch
    {
        ChangeWord.Withdrawn => "withdrawn",
        ChangeWord.Omitted => "not mentioned",
        _ => null,
    };

    private static string? Value(FinancialGuidance guidance, DateTimeOffset? said)
    {
        if (IsRunway(guidance))
            return WindowPhrase.Of(guidance, said) is { } window ? "into " + (window.StartsWith("by ", StringComparison.Ordinal) ? window[3..] : window) : null;
        if (guidance is { Low: null, High: null })
            return guidance.When is { } when ? PlainText.Line(when, 40) : null;
        return PlainText.Line(ValueText.Of(guidance), 60);
    }

    private static string? Size(Change change)
    {
        if (change.Before is not FinancialGuidance before || change.After is not FinancialGuidance after)
            return null;
        if (IsRunway(after))
        {
            return before.To is { } was && after.To is { } now && was != now
                ? WindowPhrase.Shift(now.DayNumber - was.DayNumber) + (now > was ? " longer" : " shorter")
                : null;
        }

        if (change.By is not { } by || by == 0)
            return null;
        if (after.Unit == "%")
            return $"midpoint {Signed.Number(by)} points";
        var size = "midpoint " + Signed.Sign(by) + PlainText.Line(ValueText.Amount(Math.Abs(by), after.Unit), 30);
        return before is { Low: { } low, High: { } high } && low + high != 0
            ? $"{size} ({Signed.Percent(by / Math.Abs((low + high) / 2) * 100)})"
            : size;
    }

    // The history's own name for the figure, with what the subscriber has to know: that it is guidance.
    private static string Label(Change change, FinancialGuidance guidance)
    {
        var name = SubjectText.Of(change with { Program = null, Trial = null }, guidance with { Basis = null });
        return PlainText.Line((guidance.Basis == "adjusted" ? "adjusted " : "") + name, 80) + (name.EndsWith("guidance", StringComparison.Ordinal) ? "" : " guidance");
    }

    private static bool IsRunway(FinancialGuidance guidance) => guidance.Metric == FinancialMetric.CashRunway;
}
