using Alerts.Records;

namespace Alerts.Subscriptions;

/// <summary>Whether a change is about what a rule names.</summary>
internal static class SubjectNames
{
    /// <summary>
    /// True where the name stands, in whole words, in the program's or trial's name: "mirvetuximab" names
    /// "mirvetuximab soravtansine (IMGN853)", and so does "imgn853". The names of both statements count too, because
    /// the filing may use another name than the history does.
    /// </summary>
    public static bool Names(Change change, string name)
    {
        var wanted = Words(name);
        return wanted.Length > 2 && new[]
        {
            change.Program, change.Trial, change.Before?.Program, change.Before?.Trial, change.After?.Program, change.After?.Trial,
        }.Any(subject => subject is not null && Words(subject).Contains(wanted, StringComparison.Ordinal));
    }

    // " MIRVETUXIMAB SORAVTANSINE IMGN853 ": letters and digits in words, a blank at both ends.
    private static string Words(string text)
    {
        var words = string.Concat(text.Select(letter => char.IsLetterOrDigit(letter) ? char.ToUpperInvariant(letter) : ' '));
        return " " + string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries)) + " ";
    }
}
