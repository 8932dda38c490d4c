using Alerts.Records;

namespace Alerts.Delivery.Wording;

/// <summary>Puts changes into words. All channels speak through here.</summary>
internal static class ChangeWording
{
    /// <summary>The words for a change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="grouped">
    /// Whether to say which patients a milestone is about: "top line (healthy adults) delayed". A subject line has
    /// room for that only where it tells two milestones apart.
    /// </param>
    public static ChangeText Of(Change change, bool grouped = true) => (change.After ?? change.Before) switch
    {
        Milestone milestone => MilestoneWording.Of(change, milestone, grouped),
        FinancialGuidance guidance => FinancialWording.Of(change, guidance),
        DataPoint point => DataWording.Of(change, point),
        _ => new(Name(change), RecordCode.Of(change.Word), null, null, null, null),
    };

    /// <summary>The trial, else the program, short enough for a subject line; empty where neither is known.</summary>
    public static string Name(Change change) => PlainText.Line(change.Trial ?? change.Program ?? "", 40);
}
