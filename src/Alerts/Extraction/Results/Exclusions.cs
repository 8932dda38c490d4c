using System.Buffers;
using Alerts.Extraction.Language;

namespace Alerts.Extraction.Results;

/// <summary>Why the figures of a sentence may be no results of the filer's trials.</summary>
/// <param name="IsDesign">Statistical design, eligibility, plans.</param>
/// <param name="IsPreclinical">Animals, cell lines.</param>
/// <param name="IsEpidemiology">How many people have the disease.</param>
/// <param name="IsMoney">Sales, shares, market.</param>
/// <param name="IsOthers">What available or historical therapies do.</param>
internal readonly record struct Exclusions(bool IsDesign, bool IsPreclinical, bool IsEpidemiology, bool IsMoney, bool IsOthers)
{
    private static readonly SearchValues<string> Design = Values(
        "designed to", "powered to", "power to detect", "rule out", "hypothes", "sample size", "would be considered", "eligible patients", "eligible participants", "to be eligible", "inclusion criteria", "must have",
        "is evaluating", "will evaluate", "statistical significance level", "alpha of", "% power", "threshold of");

    private static readonly SearchValues<string> Preclinical = Values(
        "mice", "mouse", "murine", "rats ", "rodent", "nonhuman primate", "non-human primate", " NHP", "monkey", "xenograft", "in vitro", "cell line", "cell lines", "preclinical", "pre-clinical", "nonclinical", "non-clinical",
        "animal model", "animal stud", "ex vivo", "canine", "hamster", "ferret", "minipig", "tumor-bearing", "organoid");

    private static readonly SearchValues<string> Epidemiology = Values(
        "prevalence", "annual incidence", "incidence rate of", "incidence of approximately", "estimated to affect", "affects ", "affecting ", "diagnosed each", "diagnosed annually", "will be diagnosed", "new cases", "Americans", "people worldwide", "people in the United States", "people in the U.S", "people living with", "live with", "per year in the",
        "each year", "annually", "American Cancer Society", "World Health Organization", "leading cause", "five-year survival", "5-year survival rate", "life expectancy", "of the population", "global population", "estimated that", "are estimated", "is estimated", "patients worldwide", "million people", "million patients", "U.S. patients", "addressable");

    private static readonly SearchValues<string> Money = Values(
        "$", "€", "£", "revenue", "net sales", "gross margin", "operating expense", "net loss", "net income", "cash ", "stock", "shares", "market share", "market size", "market opportunity", "prescriptions", "reimbursement", "royalt", "headcount", "workforce", "employees",
        "payer", "covered lives", "year-over-year", "prior year", "same period", "tax ", "interest rate", "premium", "ownership", "purchase price", "tons", "customers", "investors", "guidance assumes");

    private static readonly SearchValues<string> Others = Values(
        "available therap", "existing therap", "current standard", "historical control", "historical cohort", "historical comparator", "historical data", "historical rate", "historically", "standard therapies", "published data", "published literature", "other approved", "currently approved therap", "natural history", "competitor", "by comparison,", "in comparison,");

    /// <summary>Reads a sentence and the headings it stands under.</summary>
    public static Exclusions Of(Sentence sentence)
    {
        var text = sentence.Text.AsSpan();
        return new Exclusions(
            Has(text, Design),
            Has(text, Preclinical) || IsUnderPreclinicalHeading(sentence),
            Has(text, Epidemiology),
            Has(text, Money),
            Has(text, Others));
    }

    /// <summary>True where no figure of the sentence is a result.</summary>
    public bool IsNoResult => IsPreclinical || IsEpidemiology || IsMoney || IsOthers;

    private static bool IsUnderPreclinicalHeading(Sentence sentence) =>
        sentence.Headings.Count > 0 && (sentence.Headings[^1].Contains("preclinical", StringComparison.OrdinalIgnoreCase) || sentence.Headings[^1].Contains("pre-clinical", StringComparison.OrdinalIgnoreCase));

    private static bool Has(ReadOnlySpan<char> text, SearchValues<string> words) => text.IndexOfAny(words) >= 0;

    private static SearchValues<string> Values(params string[] words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);
}
