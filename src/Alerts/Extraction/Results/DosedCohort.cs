using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;
using Alerts.Filings;

namespace Alerts.Extraction.Results;

/// <summary>Reads which dose the reported cohort received: "In the first cohort, eight participants received a twice-daily dose of 0.25 mg of LP-310."</summary>
internal static class DosedCohort
{
    /// <summary>The dose, where exactly one sentence of the document says what its patients received.</summary>
    public static string? In(FilingDocument document)
    {
        string? found = null;
        foreach (var block in document.Blocks)
        {
            var at = block.Text.IndexOf(" received a ", StringComparison.OrdinalIgnoreCase);
            if (at < 0 || block.Kind == BlockKind.TableRow)
                continue;
            var (start, length) = SentenceBoundaries.Split(block.Text).Find(s => s.Start <= at && at < s.Start + s.Length);
            if (DoseOf(Tokenizer.Read(block.Text.Substring(start, length))) is not { } dose)
                continue;
            if (found is not null && found != dose)
                return null;
            found = dose;
        }

        return found;
    }

    private static string? DoseOf(TokenizedText text)
    {
        var quantities = QuantityReader.Read(text);
        var doses = quantities.FindAll(q => q.Kind == QuantityKind.Dose);
        var patients = quantities.Find(q => q.Kind == QuantityKind.Patients);
        return doses.Count == 1 && patients is not null && text.Is(patients.Last + 1, "received") && doses[0].First > patients.Last ? text.Slice(doses[0].First, doses[0].Last) : null;
    }
}
