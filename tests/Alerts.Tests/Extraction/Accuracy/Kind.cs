namespace Alerts.Tests.Extraction.Accuracy;

/// <summary>A kind of record and its two degrees of agreement: the core (what it says) and the full record (of whom, when, how).</summary>
/// <param name="Name">Its name in the report.</param>
/// <param name="Core">True where a found record says what a label says.</param>
/// <param name="Full">True where it also has the same program, trial and details.</param>
internal sealed record Kind(string Name, Func<Label, Label, bool> Core, Func<Label, Label, bool> Full)
{
    /// <summary>Clinical results.</summary>
    public static Kind Data { get; } = new("data", DataCore, DataFull);

    /// <summary>Milestones.</summary>
    public static Kind Milestone { get; } = new("milestone", MilestoneCore, MilestoneFull);

    /// <summary>Financial guidance.</summary>
    public static Kind Financial { get; } = new("financial", FinancialCore, (label, found) => label.Text("metric") == "CASH_RUNWAY" || Label.Normal(label.Text("period")) == Label.Normal(found.Text("period")));

    private static bool DataCore(Label label, Label found)
    {
        var measure = label.Text("measure");
        if (measure != found.Text("measure"))
            return false;
        if (measure == "PRIMARY_ENDPOINT")
            return label.Text("outcome") == found.Text("outcome");
        if (!SameFigure(label, found) || (measure is "AE" or "ENDPOINT" or "DLT" && !label.SaysSame(found, "term")))
            return false;
        return measure != "AE" || label.Text("grade").Length == 0 || Grade(label) == Grade(found);
    }

    private static bool SameFigure(Label label, Label found)
    {
        var (value, other) = (label.Number("value"), found.Number("value"));
        if (value == 0 && other == 0)
            return true;
        if (value is null)
            return other is null && label.Text("outcome") == found.Text("outcome");
        if (Label.Same(value, other) && label.Unit == found.Unit)
            return true;
        // "4 of 10" may be given as 40% with count and of.
        var count = label.Number("count") ?? (label.Unit == "patients" ? value : null);
        var otherCount = found.Number("count") ?? (found.Unit == "patients" ? other : null);
        return count is not null && label.Number("of") is not null && Label.Same(count, otherCount) && Label.Same(label.Number("of"), found.Number("of"));
    }

    private static string Grade(Label label) => label.Text("grade") switch
    {
        "3-4" or "3/4" => "3+",
        "" or "all" => "any",
        var grade => grade,
    };

    private static bool DataFull(Label label, Label found) =>
        label.NamesSame(found, "program", "aliases") && label.NamesSame(found, "trial", "trialAliases")
        && (label.Number("ciLow") is null || (Label.Same(label.Number("ciLow"), found.Number("ciLow")) && Label.Same(label.Number("ciHigh"), found.Number("ciHigh"))))
        && (label.Text("assessor").Length == 0 || label.Text("assessor") == found.Text("assessor"))
        && label.SaysSame(found, "arm");

    private static bool MilestoneCore(Label label, Label found) =>
        label.Text("milestone") == found.Text("milestone") && Overlap(label, found) >= 0.3 && (label.Text("status") == "achieved") == (found.Text("status") == "achieved");

    private static bool MilestoneFull(Label label, Label found) =>
        Overlap(label, found) > 0.98 && label.NamesSame(found, "program", "aliases") && label.NamesSame(found, "trial", "trialAliases")
        && (label.Text("what").Length == 0 || Label.Normal(label.Text("what")) == Label.Normal(found.Text("what")));

    private static bool FinancialCore(Label label, Label found)
    {
        var metric = label.Text("metric");
        if (metric != found.Text("metric"))
            return false;
        if (metric == "CASH_RUNWAY")
            return label.Date("to") == found.Date("to");
        return Label.Same(label.Number("low"), found.Number("low")) && Label.Same(label.Number("high"), found.Number("high"))
            && (label.Unit.Length == 0 || label.Unit == found.Unit) && (metric != "OTHER" || label.SaysSame(found, "term"));
    }

    /// <summary>Share of the joint span of days that both windows cover.</summary>
    private static double Overlap(Label label, Label found)
    {
        var (from, to) = (label.Date("from") ?? label.Date("to"), label.Date("to") ?? label.Date("from"));
        var (otherFrom, otherTo) = (found.Date("from") ?? found.Date("to"), found.Date("to") ?? found.Date("from"));
        if (from is null || otherFrom is null)
            return from is null && otherFrom is null ? 1 : 0;
        var shared = Math.Min(to!.Value.DayNumber, otherTo!.Value.DayNumber) - Math.Max(from.Value.DayNumber, otherFrom.Value.DayNumber) + 1;
        var joint = Math.Max(to.Value.DayNumber, otherTo.Value.DayNumber) - Math.Min(from.Value.DayNumber, otherFrom.Value.DayNumber) + 1;
        return Math.Max(0, shared) / (double)joint;
    }
}
