using Alerts.Records;

namespace Alerts.Extraction.Outlook.Milestones;

/// <summary>
/// Makes one record of what a document says several times. Two statements are of one milestone where nothing that they
/// name differs and their windows fit; the narrowest window wins, and its sentence is the quote.
/// </summary>
internal static class MilestoneMerging
{
    /// <summary>Sentences so close, in characters, speak of one presentation.</summary>
    private const int OnePassage = 700;

    /// <summary>The milestones without restatements.</summary>
    public static IReadOnlyList<Milestone> Merge(IReadOnlyList<Milestone> records)
    {
        var merged = new List<Milestone>();
        // Those with a window first: a mention without one joins the first that it fits.
        foreach (var record in records.OrderBy(r => r.Program is null).ThenBy(r => r.From is null && r.To is null))
        {
            var at = Closest(merged, record);
            if (at < 0)
                merged.Add(record);
            else
                merged[at] = Join(merged[at], record);
        }

        // "We look forward to advancing to the next cohort", says the quotation of a release that reports it done.
        merged.RemoveAll(plan => plan is { Status: MilestoneStatus.Planned or MilestoneStatus.OnTrack, From: null, To: null }
            && merged.Exists(done => done.Status == MilestoneStatus.Achieved && IsSame(plan with { Status = MilestoneStatus.Achieved }, done)));
        return merged;
    }

    /// <summary>Of several that a record may restate, the one that it agrees with most.</summary>
    private static int Closest(List<Milestone> merged, Milestone record)
    {
        var (best, closeness) = (-1, -1);
        var isAmbiguous = record.Population is null && merged.Where(other => IsSame(other, record)).Select(other => other.Population).OfType<string>().Distinct().Skip(1).Any();
        for (var i = 0; i < merged.Count; i++)
        {
            if (!IsSame(merged[i], record))
                continue;
            var other = merged[i];
            // Of several groups of patients an unnamed one is that with its window.
            if (isAmbiguous && !(record.From is not null && other.From == record.From && other.To == record.To))
                continue;
            var agreed = (other.From == record.From && other.To == record.To ? 4 : 0) + (other.Program == record.Program ? 3 : 0) + (other.Trial == record.Trial ? 2 : 0)
                + (other.Population == record.Population ? 2 : 0) + (other.Phase == record.Phase ? 1 : 0) + (other.What == record.What ? 1 : 0);
            if (agreed > closeness)
                (best, closeness) = (i, agreed);
        }

        return best;
    }

    private static bool IsSame(Milestone a, Milestone b) =>
        a.Code == b.Code
        && (a.Status == MilestoneStatus.Achieved) == (b.Status == MilestoneStatus.Achieved)
        && (a.Status == MilestoneStatus.Withdrawn) == (b.Status == MilestoneStatus.Withdrawn)
        && Fits(a.Program, b.Program) && Fits(a.Trial, b.Trial) && Fits(a.What, b.What) && FitsPopulation(a.Population, b.Population) && FitsVenue(a, b) && a.Term == b.Term
        && (IsSameTrial(a, b) || (FitsPhase(a.Phase, b.Phase) && FitsIndication(a.Indication, b.Indication))) && FitsWindow(a, b);

    private static bool IsSameTrial(Milestone a, Milestone b) => a.Trial is not null && a.Trial == b.Trial;

    private static bool Fits(string? a, string? b) => a is null || b is null || a.Equals(b, StringComparison.OrdinalIgnoreCase);

    private static bool FitsPopulation(string? a, string? b) => a is null || b is null || Populations.AreSame(a, b);

    /// <summary>A program is presented at several congresses in one season: two that are named differently are two presentations.</summary>
    private static bool FitsVenue(Milestone a, Milestone b)
    {
        if (a.Code != MilestoneCode.DataPresentation)
            return true;
        var (x, y) = (Venues.In(a.Quote), Venues.In(b.Quote));
        if (x.Count > 0 && y.Count > 0)
            return x.Overlaps(y);
        return IsSameTrial(a, b) || (a.From == b.From && a.To == b.To) || (a.Document == b.Document && Math.Abs(a.Start - b.Start) < OnePassage);
    }

    private static bool FitsPhase(string? a, string? b) => a is null || b is null || a == b || IsPart(a, b) || IsPart(b, a);

    /// <summary>"2b" is a part of "2"; "2/3" is another trial.</summary>
    private static bool IsPart(string part, string whole) => part.Length == whole.Length + 1 && part.StartsWith(whole, StringComparison.Ordinal) && char.IsLetter(part[^1]);

    private static bool FitsIndication(string? a, string? b) =>
        a is null || b is null || a.Contains(b, StringComparison.OrdinalIgnoreCase) || b.Contains(a, StringComparison.OrdinalIgnoreCase)
        || a.Split(' ').Intersect(b.Split(' '), StringComparer.OrdinalIgnoreCase).Any(word => word.Length > 4);

    /// <summary>One window within the other, or only one stated.</summary>
    private static bool FitsWindow(Milestone a, Milestone b)
    {
        if (a.From is null || b.From is null)
            return true;
        // "in the next few weeks" beside "June/July" overlaps where others contain.
        return Contains(a, b) || Contains(b, a) || ((IsVague(a) || IsVague(b)) && a.From <= (b.To ?? DateOnly.MaxValue) && b.From <= (a.To ?? DateOnly.MaxValue));
    }

    private static bool IsVague(Milestone m) =>
        m.When is { } when && (when.Contains("weeks", StringComparison.OrdinalIgnoreCase) || when.Contains("months", StringComparison.OrdinalIgnoreCase) || when.Contains("shortly", StringComparison.OrdinalIgnoreCase));

    private static bool Contains(Milestone a, Milestone b) => a.From <= b.From && (a.To ?? DateOnly.MaxValue) >= (b.To ?? DateOnly.MaxValue);

    private static Milestone Join(Milestone a, Milestone b)
    {
        var isNarrower = b.From is not null && (a.From is null || (IsVague(a) && !IsVague(b)) || (IsVague(a) == IsVague(b) && Days(b) < Days(a)));
        var (best, other) = isNarrower ? (b, a) : (a, b);
        return best with
        {
            Program = best.Program ?? other.Program,
            Trial = best.Trial ?? other.Trial,
            Phase = best.Phase ?? other.Phase,
            What = best.What ?? other.What,
            Indication = best.Indication ?? other.Indication,
            Population = best.Population ?? other.Population,
            Status = best.Status == MilestoneStatus.Planned ? other.Status : best.Status,
            Confidence = Math.Max(a.Confidence, b.Confidence),
        };
    }

    private static int Days(Milestone m) => (m.To ?? DateOnly.MaxValue).DayNumber - (m.From ?? DateOnly.MinValue).DayNumber;
}
