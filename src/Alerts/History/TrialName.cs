namespace Alerts.History;

/// <summary>Compares the names of trials.</summary>
internal static class TrialName
{
    private static readonly HashSet<string> NoPart = new(StringComparer.Ordinal) { "the", "trial", "trials", "study", "studies", "clinical" };

    /// <summary>The words of a name, lower case, without those that are no part of it; null if none is left.</summary>
    public static string? Of(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;

        var words = new string([.. name.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !NoPart.Contains(word));
        return string.Join(' ', words) is { Length: > 0 } text ? text : null;
    }

    /// <summary>
    /// Whether two names are of one trial. "BARDA Project NextGen" is "Project NextGen", but FORWARD II is not
    /// FORWARD I and EMERALD-2 is not EMERALD: numbers count.
    /// </summary>
    public static bool Same(string a, string b)
    {
        if (a == b)
            return true;

        var (left, right) = (a.Split(' '), b.Split(' '));
        var more = left.Length >= right.Length ? left.Except(right) : right.Except(left);
        var fewer = left.Length >= right.Length ? right.Except(left) : left.Except(right);
        return !fewer.Any() && !more.Any(IsNumber);
    }

    private static bool IsNumber(string word) => word.Any(char.IsDigit) || (word.Length <= 4 && word.All(c => c is 'i' or 'v' or 'x'));
}
