namespace Alerts.Filings;

/// <summary>What an 8-K/A says of the report that it amends.</summary>
internal static class Amendment
{
    private const int MostBlocks = 120;
    private const int MostText = 4000;
    private const int Before = 150;
    private const int Behind = 200;

    private static readonly string[] Filing = ["filed", "furnished", "submitted"];
    private static readonly string[] Report = ["8-K", "Current Report", "Original Report", "Original Filing", "Initial Report"];

    /// <summary>
    /// The day on which the amended report was filed: "amends the Current Report on Form 8-K filed on November 30, 2021", "On November 30, 2021
    /// the Company filed a Current Report on Form 8-K". Else the day of that report. Null where the amendment states neither.
    /// </summary>
    /// <param name="report">The amendment.</param>
    public static DateOnly? FiledOn(FilingDocument report)
    {
        DateOnly? dated = null;
        foreach (var block in report.Blocks.Take(MostBlocks))
        {
            var text = block.Text.Length > MostText ? block.Text[..MostText] : block.Text;
            if (!Report.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
                continue;
            var days = DateText.All(text);
            for (var i = 0; i < days.Count; i++)
            {
                var from = Math.Max(i == 0 ? 0 : days[i - 1].Start + days[i - 1].Length, days[i].Start - Before);
                var end = days[i].Start + days[i].Length;
                var until = Math.Min(i + 1 < days.Count ? days[i + 1].Start : text.Length, end + Behind);
                if (IsFiledBefore(text.AsSpan(0, days[i].Start), text.AsSpan(from, days[i].Start - from)) || IsFiledBehind(text.AsSpan(end, until - end)))
                    return days[i].Day;
                if (text.AsSpan(from, days[i].Start - from) is var before && before.TrimEnd().EndsWith("dated", StringComparison.OrdinalIgnoreCase) && Find(before, Report) >= 0)
                    dated ??= days[i].Day;
            }
        }

        return dated;
    }

    // "… Report on Form 8-K filed with the Commission on [day]", "Form 8-K dated May 1, 2021, filed [day]".
    private static bool IsFiledBefore(ReadOnlySpan<char> all, ReadOnlySpan<char> near) => Find(near, Filing) >= 0 && Find(all, Report) >= 0;

    // "On [day], the Company filed a Current Report on Form 8-K", in one sentence.
    private static bool IsFiledBehind(ReadOnlySpan<char> text)
    {
        text = text[..SentenceEnd(text)];
        return Find(text, Filing) is >= 0 and var filed && Find(text[filed..], Report) >= 0;
    }

    // "Larkspur Biologics, Inc. filed": a small letter goes on.
    private static int SentenceEnd(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 2 < text.Length; i++)
        {
            if (text[i] == '.' && text[i + 1] == ' ' && char.IsUpper(text[i + 2]))
                return i;
        }

        return text.Length;
    }

    private static int Find(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
                return at;
        }

        return -1;
    }
}
