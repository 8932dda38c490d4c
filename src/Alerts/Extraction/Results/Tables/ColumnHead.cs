using Alerts.Extraction.Language;
using Alerts.Extraction.Results.Safety;

namespace Alerts.Extraction.Results.Tables;

/// <summary>What a column's header says: "UC 2L sac-TMT 5 mg/kg (n=11)", "Placebo N=80", "Grade ≥3".</summary>
/// <param name="Text">The header without its number of patients.</param>
/// <param name="N">Patients of the column.</param>
/// <param name="Grade">The CTCAE grade, where the column is of one.</param>
/// <param name="Role">What the column holds.</param>
internal sealed record ColumnHead(string Text, double? N, string? Grade, ColumnRole Role)
{
    /// <summary>Reads a header path.</summary>
    public static ColumnHead Read(string header)
    {
        var text = Tokenizer.Read(header);
        double? patients = null;
        var end = header.Length;
        for (var i = 0; i < text.Count; i++)
        {
            if (!text.IsAny(i, "n") || !text.Is(i + 1, '=') || !text[i + 2].IsNumber)
                continue;
            patients = text[i + 2].Number;
            end = Math.Min(end, text[text.Is(i - 1, '(') || text.Is(i - 1, '[') ? i - 1 : i].Start);
        }

        string? grade = null;
        for (var i = 0; i < text.Count; i++)
            grade = Grades.At(text, i) ?? grade;
        if (grade is null && (header.Contains("all grade", StringComparison.OrdinalIgnoreCase) || header.Contains("any grade", StringComparison.OrdinalIgnoreCase)))
            grade = "any";
        return new ColumnHead(header[..end].Trim(' ', '/', ',', '*'), patients, grade, RoleOf(header, patients, grade));
    }

    private static ColumnRole RoleOf(string header, double? patients, string? grade)
    {
        if (header.Contains("p-value", StringComparison.OrdinalIgnoreCase) || header.Contains("p value", StringComparison.OrdinalIgnoreCase))
            return ColumnRole.PValue;
        if (header.Contains("difference", StringComparison.OrdinalIgnoreCase) || header.Contains(" vs ", StringComparison.OrdinalIgnoreCase) || header.Contains(" vs. ", StringComparison.OrdinalIgnoreCase) || header.Contains(" versus ", StringComparison.OrdinalIgnoreCase))
            return ColumnRole.Difference;
        return patients is not null || grade is not null ? ColumnRole.Arm : ColumnRole.Unknown;
    }
}

/// <summary>What a column holds.</summary>
internal enum ColumnRole
{
    /// <summary>The header does not say.</summary>
    Unknown,

    /// <summary>The results of an arm or population.</summary>
    Arm,

    /// <summary>The difference of two arms.</summary>
    Difference,

    /// <summary>A p-value.</summary>
    PValue,
}
