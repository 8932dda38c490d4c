namespace Alerts.Extraction.Subjects;

/// <summary>
/// Tells from its shape alone whether a code is a drug's. Companies number compounds ("IMGN853", "CBL-514", "PF-07976016",
/// "huN901-DM1") and their trials ("CBL-0205", "IDE196-001", "KL264-01"), and the two are built differently.
/// </summary>
internal static class DrugCodes
{
    // Sums of money, standards, laws and targets are numbered too.
    private static readonly HashSet<string> Counting = ["USD", "GBP", "EUR", "CHF", "CAD", "AUD", "JPY", "CNY", "RMB", "HKD", "SEK", "DKK", "NOK", "ISO", "ASC", "ASU", "FAS", "SFAS", "SAB", "FIN", "EITF", "IFRS", "IAS", "CFR", "USC", "HR", "CD", "IL", "CYP", "HLA", "NO", "OTC", "EX", "PMC", "TPS", "LBA", "DOI", "ISIN", "RFA", "NDA", "BLA", "ANDA", "IND", "PMA"];

    private const int FewestLetters = 2;
    private const int MostLetters = 5;

    /// <summary>From so many digits on a leading zero is a compound's ("PF-07976016"), below it is a trial's.</summary>
    private const int LongNumber = 7;

    /// <summary>The letters that a company's codes share: IDE in IDE397 and IDE849, ARO in ARO-INHBE; empty where there are none.</summary>
    public static string Family(string code)
    {
        var letters = code.AsSpan().IndexOfAnyExceptInRange('A', 'Z');
        return letters < FewestLetters ? "" : code[..letters];
    }

    /// <summary>"IMGN853", "CBL-514", "huC242-DM4": two to five capitals, then one number.</summary>
    public static bool IsPlain(string code)
    {
        var rest = code.AsSpan();
        if (IsConjugate(rest))
            return true;
        var letters = rest.IndexOfAnyExceptInRange('A', 'Z');
        if (letters is < FewestLetters or > MostLetters)
            return false;
        if (Counting.Contains(code[..letters]))
            return false;
        rest = rest[letters..].TrimStart("- ");
        return rest.Length is >= 3 and <= 8 && rest.IndexOfAnyExceptInRange('0', '9') < 0 && (rest[0] != '0' || rest.Length >= LongNumber);
    }

    /// <summary>"ALN-KHK", "ARO-DUX": a company's letters, then the target's.</summary>
    public static bool IsLettered(string code)
    {
        var hyphen = code.IndexOf('-', StringComparison.Ordinal);
        return hyphen is >= FewestLetters and <= MostLetters && code.Length - hyphen - 1 is >= 3 and <= 6
            && code.AsSpan(0, hyphen).IndexOfAnyExceptInRange('A', 'Z') < 0 && code.AsSpan(hyphen + 1).IndexOfAnyExceptInRange('A', 'Z') < 0;
    }

    /// <summary>True for the number of a trial: "IDE196-001" counts on from a compound, "CBL-0205" begins with nought.</summary>
    public static bool IsTrialNumber(string code)
    {
        var hyphen = code.LastIndexOf('-');
        if (hyphen < 0)
            return false;
        var number = code.AsSpan(hyphen + 1);
        if (number.Length is < 2 or >= LongNumber || number.IndexOfAnyExceptInRange('0', '9') >= 0)
            return false;
        return number[0] == '0' || code.AsSpan(0, hyphen).IndexOfAnyInRange('0', '9') >= 0;
    }

    /// <summary>"trastuzumab-DM1", "huN901-DM1": an antibody and what it carries.</summary>
    public static bool IsConjugate(ReadOnlySpan<char> code)
    {
        var hyphen = code.LastIndexOf('-');
        return hyphen > 4 && code[(hyphen + 1)..] is "DM1" or "DM4";
    }
}
