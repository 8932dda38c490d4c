using Alerts.Records;

namespace Alerts.Extraction.Outlook.Milestones;

/// <summary>An event that a sentence names.</summary>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Head">Its verb or noun.</param>
/// <param name="Object">What it is done to; the head itself for events without a verb.</param>
internal sealed record MilestoneEvent(MilestoneRule Rule, CueMention Head, CueMention Object)
{
    /// <summary>The milestone.</summary>
    public MilestoneCode Code { get; init; } = Rule.Code;

    /// <summary>First token of head and object.</summary>
    public int First => IsSecond ? Object.First : Math.Min(Head.First, Object.First);

    /// <summary>Last token of head and object.</summary>
    public int Last => Math.Max(Head.Last, Object.Last);

    /// <summary>True for the second object of a verb: the verb stands with the first.</summary>
    public bool IsSecond { get; init; }

    /// <summary>True where the object is the event.</summary>
    public bool IsNominal => Rule.Head is null;
}
