using Alerts.Records;

namespace Alerts.History;

/// <summary>Follows a milestone: expected, moved, achieved or withdrawn.</summary>
internal sealed class MilestoneRules : StrandRules
{
    // Dates of one event differ between the day it happened and the day it was announced.
    private const int SameEventDays = 31;

    public override int? Closeness(Strand strand, Told told)
    {
        var milestone = (Milestone)told.Statement;
        // A presentation at another congress is another presentation, not a delay.
        if (milestone.Code == MilestoneCode.DataPresentation && !strand.Window.Meets(Window.Of(milestone)))
            return null;

        return milestone.Status switch
        {
            MilestoneStatus.Achieved => Achieved(strand, milestone, told.Filing.Date),
            MilestoneStatus.Withdrawn => strand.Status switch
            {
                StrandStatus.Withdrawn => Repeats,
                StrandStatus.Open => 8,
                _ => null,
            },
            _ => Expected(strand, Window.Of(milestone)),
        };
    }

    public override bool FitTogether(Statement a, Statement b)
    {
        var (x, y) = ((Milestone)a, (Milestone)b);
        if (Sort(x) != Sort(y))
            return false;

        var (p, q) = (Window.Of(x), Window.Of(y));
        return p.IsUndated || q.IsUndated || p.Holds(q) || q.Holds(p)
            || (Sort(x) == MilestoneStatus.Achieved && SameEvent(p, q));
    }

    public override bool MayBe(Strand strand, Told told, TraitMatch match)
    {
        var milestone = (Milestone)told.Statement;
        // A program is presented at many a congress: the same presentation is one whose day agrees.
        return milestone.Code != MilestoneCode.DataPresentation
            && !match.Doubtful
            // What passed in silence is not what is spoken of again in other words, perhaps years later.
            && !strand.Lapsed
            && (strand.Status == StrandStatus.Open || Sort(milestone) != MilestoneStatus.Planned);
    }

    public override bool Updates(Strand strand, Told told, TraitMatch match) =>
        strand.Status == StrandStatus.Open && ((Milestone)told.Statement).Status == MilestoneStatus.Delayed;

    public override Told Choose(IReadOnlyList<Told> told) => told
        .OrderBy(t => Window.Of((Milestone)t.Statement) is { IsUndated: false } window ? (double)window.Days : double.PositiveInfinity)
        .ThenBy(t => t.Index)
        .First();

    public override Turn Begin(Strand strand)
    {
        var milestone = (Milestone)strand.Last.Statement;
        var (status, word) = Sort(milestone) switch
        {
            MilestoneStatus.Achieved => (StrandStatus.Achieved, ChangeWord.Achieved),
            MilestoneStatus.Withdrawn => (StrandStatus.Withdrawn, ChangeWord.Withdrawn),
            _ => (StrandStatus.Open, ChangeWord.New),
        };
        var first = status == StrandStatus.Open && !strand.Window.IsUndated ? strand.Window : (Window?)null;
        return new Turn(strand with { Status = status, First = first }, new Verdict(word), null);
    }

    public override Turn Continue(Strand strand, Told chosen, IReadOnlyList<Told> told)
    {
        var milestone = (Milestone)chosen.Statement;
        return Sort(milestone) switch
        {
            MilestoneStatus.Achieved => Achieve(strand, chosen),
            MilestoneStatus.Withdrawn => strand.Status == StrandStatus.Withdrawn
                ? new Turn(strand, Verdict.Reaffirmed, strand.Last)
                : new Turn(strand with { Last = chosen, Status = StrandStatus.Withdrawn, Lapsed = false }, new Verdict(ChangeWord.Withdrawn), strand.Last),
            // A plan repeated after the fact is an old sentence, not a new plan.
            _ when strand.Status != StrandStatus.Open => new Turn(strand, Verdict.Reaffirmed, strand.Last),
            _ => Move(strand, chosen, told),
        };
    }

    private static Turn Achieve(Strand strand, Told chosen)
    {
        if (strand.Status == StrandStatus.Achieved)
        {
            // "In November" becomes "on 30 November": the better date is kept, and is no news.
            var better = strand.Window.Holds(Window.Of((Milestone)chosen.Statement)) && !Window.Of((Milestone)chosen.Statement).IsUndated;
            return new Turn(better ? strand with { Last = chosen } : strand, Verdict.Reaffirmed, strand.Last);
        }

        var by = Window.Of((Milestone)chosen.Statement).End is { } day && strand.Window.End is { } expected
            ? day.DayNumber - expected.DayNumber
            : (double?)null;
        return new Turn(strand with { Last = chosen, Status = StrandStatus.Achieved, Lapsed = false }, new Verdict(ChangeWord.Achieved, by), strand.Last);
    }

    private static Turn Move(Strand strand, Told chosen, IReadOnlyList<Told> told)
    {
        var (before, after) = (strand.Window, Window.Of((Milestone)chosen.Statement));
        var windows = told.Select(t => Window.Of((Milestone)t.Statement)).ToList();
        if (strand.Phrases.Any(phrase => !phrase.IsUndated && windows.Contains(phrase)))
            return new Turn(strand, Verdict.Reaffirmed, strand.Last);

        var verdict = WindowComparison.Compare(before, strand.Last.Filing.Date, after, chosen.Filing.Date);
        if (after.IsUndated && !before.IsUndated)
        {
            if (((Milestone)chosen.Statement).Status == MilestoneStatus.Delayed)
                return new Turn(strand with { Last = chosen, Slips = strand.Slips + 1 }, new Verdict(ChangeWord.Delayed), strand.Last);
            // The time is no longer stated. It is raised once; the window stays what later statements are compared with.
            return strand.Silent || strand.Lapsed
                ? new Turn(strand, Verdict.Reaffirmed, strand.Last)
                : new Turn(strand with { Silent = true }, verdict, strand.Last);
        }

        if (verdict.Word == ChangeWord.Reaffirmed)
            return new Turn(strand, verdict, strand.Last);

        return new Turn(
            strand with
            {
                Last = chosen,
                First = strand.First ?? after,
                Slips = strand.Slips + (verdict.Word == ChangeWord.Delayed ? 1 : 0),
                Lapsed = false,
                Silent = false,
            },
            verdict,
            strand.Last);
    }

    private static int? Expected(Strand strand, Window window)
    {
        if (strand.Status != StrandStatus.Open)
        {
            // After the fact a later window is another occurrence: the next readout, the next submission.
            var passed = strand.Last.Filing.Date;
            return window.End is { } end && end > (strand.Window.End ?? passed) ? null : 1;
        }

        return !window.IsUndated && strand.Phrases.Contains(window) ? Repeats + 1
            : window.IsUndated && strand.Window.IsUndated ? Repeats
            : strand.Window.Holds(window) || window.Holds(strand.Window) ? 8
            : strand.Window.Meets(window) ? 6
            : 5;
    }

    private static int? Achieved(Strand strand, Milestone milestone, DateOnly today)
    {
        var day = Window.Of(milestone);
        if (strand.Status == StrandStatus.Achieved)
            return day.IsUndated || strand.Window.IsUndated ? 3 : SameEvent(day, strand.Window) ? Repeats : null;
        if (strand.Status == StrandStatus.Withdrawn)
            return 1;

        // What happened well before the plan was first stated is something else that happened.
        if (day.End is { } end && end < strand.Last.Filing.Date.AddDays(-SameEventDays) && !(strand.Window.IsUndated || strand.Window.Meets(day)))
            return null;
        if (!day.IsUndated)
            return Repeats;

        // "Reported data" beside a new date for the readout looks back, and so it does while the readout is months away.
        return strand.Window.From is { } from && from > today ? 2 : 4;
    }

    private static bool SameEvent(Window a, Window b) =>
        a.Meets(b) || (a.End is { } x && b.End is { } y && Math.Abs(x.DayNumber - y.DayNumber) <= SameEventDays);

    // Planned, on track and delayed are one sort: something that is still to come.
    private static MilestoneStatus Sort(Milestone milestone) =>
        milestone.Status is MilestoneStatus.Achieved or MilestoneStatus.Withdrawn ? milestone.Status : MilestoneStatus.Planned;
}
