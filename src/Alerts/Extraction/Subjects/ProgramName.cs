namespace Alerts.Extraction.Subjects;

/// <summary>A drug under all names that a filing gives it.</summary>
/// <param name="FullName">The fullest name: the nonproprietary one, else the brand, else the code.</param>
/// <param name="Names">All names, as written.</param>
public sealed record ProgramName(string FullName, IReadOnlyList<string> Names)
{
    /// <summary>True where only the shape of its names says that it is a drug.</summary>
    internal bool IsAssumed { get; init; }
}
