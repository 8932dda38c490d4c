using Alerts.Records;

namespace Alerts.Extraction.Outlook.Milestones;

/// <summary>
/// Tells that a trial, a submission or an award is given up: "has discontinued its Phase II trial", "is stopping NORTH",
/// "will not develop it further". Patients who stop treatment, and what might be stopped, are no news of the trial.
/// </summary>
internal static class Stops
{
    private const int ReachOfSubject = 8;

    private static readonly string[] People = ["patient", "patients", "subject", "subjects", "participant", "participants", "volunteers", "who", "women", "men", "adults", "children"];

    private static readonly string[] Possible = ["may", "might", "could", "would", "if", "unless", "can", "or", "rule", "rules", "whether"];

    private static readonly string[] Denying = ["not", "no", "without", "never"];

    /// <summary>True where the words around the event say that it is given up.</summary>
    public static bool IsStated(Clause clause, MilestoneEvent found)
    {
        var text = clause.Text;
        for (var i = found.First - 1; i >= 0 && i >= found.First - ReachOfSubject && !clause.IsBoundary(i); i--)
        {
            if (text.IsAny(i, People) || text.IsAny(i, Possible) || text.IsAny(i, Denying))
                return false;
        }

        if (found.Object.Cue == Cue.Award && text.IsAny(found.Object.Last, "contract", "contracts"))
            return false;
        // "the trial was stopped early because the drug worked"
        if (text.IsAny(found.Last + 1, "early") || text.IsAny(found.First - 1, "early"))
            return false;
        return found.Head.Form switch
        {
            CueForm.Noun => clause.Before(found.First, 8, Cue.Report, Cue.Announce) is not null || text.IsAny(found.First - 1, "unexpected", "recent", "voluntary", "the") || found.Object.Cue == Cue.Award,
            CueForm.Gerund => text.IsAny(found.Head.First - 1, "is", "are", "be", "now") || found.Head.First == 0,
            CueForm.Past => !text.IsAny(found.Head.First - 1, "a", "the", "previously", "its", "our", "to") || found.Object.First > found.Head.First,
            _ => true,
        };
    }

    /// <summary>What an award is called that ends: "ASPIRE award terminated".</summary>
    public static string? Term(Clause clause, MilestoneEvent found)
    {
        if (found is not { Rule.IsStop: true, Code: MilestoneCode.Other })
            return null;
        var first = found.Head.Last + 1;
        while (first < found.Object.First && clause.Text.IsAny(first, "of", "our", "the", "its", "a", "this"))
            first++;
        return clause.Text.Slice(first, found.Object.Last) + " terminated";
    }
}
