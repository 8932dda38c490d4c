namespace Alerts.Extraction.Subjects;

/// <summary>A place in a document where a drug or a trial is named.</summary>
/// <param name="Start">Offset in the document's text.</param>
/// <param name="End">Offset behind it.</param>
/// <param name="Program">The drug, or null.</param>
/// <param name="Trial">The trial, or null.</param>
/// <param name="Role">The part that a drug plays here.</param>
internal sealed record Mention(int Start, int End, ProgramName? Program, TrialName? Trial, MentionRole Role);
