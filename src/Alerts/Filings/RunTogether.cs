namespace Alerts.Filings;

/// <summary>
/// Tables whose cells a converter pasted one behind the other: "Research and development 4,7294,27710,0838,703". No reader can
/// tell their figures apart.
/// </summary>
internal static class RunTogether
{
    // Once may be a slip of the author; a table gives many.
    private const int FewestFigures = 3;

    /// <summary>Number of blocks that hold such a table.</summary>
    public static int Count(FilingDocument document)
    {
        var count = 0;
        foreach (var block in document.Blocks)
        {
            if (block.Kind != BlockKind.TableRow && Figures(block.Text) >= FewestFigures)
                count++;
        }

        return count;
    }

    // Places where a digit follows a whole group of thousands: "4,7294,277".
    private static int Figures(ReadOnlySpan<char> text)
    {
        var figures = 0;
        for (var comma = text.IndexOf(','); comma >= 0; comma = text.IndexOf(','))
        {
            text = text[(comma + 1)..];
            var digits = text.IndexOfAnyExceptInRange('0', '9');
            if (digits is > 3 and < 7 && text[digits] == ',')
                figures++;
        }

        return figures;
    }
}
