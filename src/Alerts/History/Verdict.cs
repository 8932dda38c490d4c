using Alerts.Records;

namespace Alerts.History;

/// <summary>What a statement does to what was known.</summary>
/// <param name="Word">The word for it; <see cref="ChangeWord.Reaffirmed"/> where nothing moved.</param>
/// <param name="By">By how much, as <see cref="Change.By"/> counts it.</param>
internal readonly record struct Verdict(ChangeWord Word, double? By = null)
{
    public static readonly Verdict Reaffirmed = new(ChangeWord.Reaffirmed, 0);
}
