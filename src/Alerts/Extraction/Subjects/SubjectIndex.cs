using Alerts.Extraction.Language;
using Alerts.Filings;

namespace Alerts.Extraction.Subjects;

/// <summary>The programs and trials that a filing names, and which of them each sentence speaks about.</summary>
public sealed class SubjectIndex
{
    private SubjectIndex()
    {
    }

    /// <summary>Reads all names of a filing once.</summary>
    public static SubjectIndex Build(ReadFiling filing) => new();

#pragma warning disable CA1822
    /// <summary>What the sentence, from <paramref name="position"/> in it on, speaks about: named there, else in the
    /// block, the headings above, the document's title.</summary>
    public Subject At(Sentence sentence, int position) => new();
}
