using System.Text.Json.Serialization;
using Alerts.Records;

namespace Alerts.History;

/// <summary>Where a strand stands.</summary>
internal enum StrandStatus
{
    /// <summary>Expected, or for results and figures: in force.</summary>
    Open,

    /// <summary>It happened.</summary>
    Achieved,

    /// <summary>It was stopped or taken back.</summary>
    Withdrawn,
}

/// <summary>
/// What is known of one milestone, result or figure after the filings so far: all that the next filing is compared
/// with. Small, whatever the length of its history.
/// </summary>
internal sealed record Strand
{
    /// <summary>Number of the strand in its key, in the order in which strands began.</summary>
    public required int Ordinal { get; init; }

    /// <summary>What tells it apart from its neighbours; what is silent is filled in by later statements.</summary>
    public required Traits Traits { get; init; }

    /// <summary>The statement that holds: its window, value or range is what is known.</summary>
    public required Told Last { get; init; }

    /// <summary>The last filing that spoke of it, be it to reaffirm.</summary>
    public required Position SaidAt { get; init; }

    /// <summary>The day of the filing with which it began.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>Open, achieved, withdrawn.</summary>
    public StrandStatus Status { get; init; }

    /// <summary>All windows that the last filing gave: each may be what the next one repeats.</summary>
    public IReadOnlyList<Window> Phrases { get; init; } = [];

    /// <summary>The first window with a date.</summary>
    public Window? First { get; init; }

    /// <summary>How often the window moved later.</summary>
    public int Slips { get; init; }

    /// <summary>True once the clock has said that the window passed in silence.</summary>
    public bool Lapsed { get; init; }

    /// <summary>True once a filing's silence about it has been raised.</summary>
    public bool Silent { get; init; }

    /// <summary>The results that were stated before the one that holds: repeating an old one is no news.</summary>
    public IReadOnlyList<DataPoint> Earlier { get; init; } = [];

    /// <summary>The last filing of quarterly results that spoke of it.</summary>
    public Position? ResultsAt { get; init; }

    /// <summary>How many filings of quarterly results in a row spoke of it, up to <see cref="ResultsAt"/>.</summary>
    public int ResultsRun { get; init; }

    /// <summary>The window that holds; undated for results.</summary>
    [JsonIgnore]
    public Window Window => Last.Statement is Guidance guidance ? Window.Of(guidance) : default;

    /// <summary>The day on which the clock raises it; null where nothing is due or it was raised.</summary>
    [JsonIgnore]
    public DateOnly? LapsesOn => Status == StrandStatus.Open && !Lapsed && Last.Statement is Milestone ? OverdueOn : null;

    /// <summary>The first day on which the window has passed by more than 30 days.</summary>
    [JsonIgnore]
    public DateOnly? OverdueOn => Window.End?.AddDays(LapseDays + 1);

    private const int LapseDays = 30;
}

/// <summary>The strands of one key after the filings so far.</summary>
/// <param name="Through">The last filing that was folded in; null before the first.</param>
/// <param name="Strands">In the order in which they began.</param>
internal sealed record KeyState(Position? Through, IReadOnlyList<Strand> Strands)
{
    public static readonly KeyState Empty = new(null, []);
}
