using System.Text.Json.Serialization;

namespace Alerts.Edgar;

/// <summary>A company's list of filings: <c>submissions/CIK##########.json</c> of data.sec.gov.</summary>
public sealed record SubmissionsList
{
    /// <summary>Registrant's conformed name.</summary>
    public string? Name { get; init; }

    /// <summary>Ticker symbols; empty for companies that trade no more.</summary>
    public IReadOnlyList<string> Tickers { get; init; } = [];

    /// <summary>The filings: at least a year or a thousand, and the names of older pages.</summary>
    public FilingsSection Filings { get; init; } = new();

    /// <summary>The section <c>filings</c>.</summary>
    public sealed record FilingsSection
    {
        /// <summary>The newest filings, as parallel columns.</summary>
        public FilingColumns Recent { get; init; } = new();

        /// <summary>The pages that hold the older ones.</summary>
        public IReadOnlyList<OlderPage> Files { get; init; } = [];
    }

    /// <summary>An older page, to be read under <c>submissions/</c>.</summary>
    /// <param name="Name">File name, <c>CIK0000855654-submissions-001.json</c>.</param>
    public sealed record OlderPage(string Name);
}

/// <summary>
/// Filings as parallel columns. Of these only names, forms and dates are used: the list's <c>acceptanceDateTime</c> calls
/// itself UTC and is US Eastern for many filers, so the acceptance time is read from the submission's own header.
/// </summary>
public sealed record FilingColumns
{
    /// <summary>Accession numbers with dashes, newest first.</summary>
    public IReadOnlyList<string> AccessionNumber { get; init; } = [];

    /// <summary>Form types.</summary>
    public IReadOnlyList<string> Form { get; init; } = [];

    /// <summary>Days of filing, ISO dates.</summary>
    public IReadOnlyList<string> FilingDate { get; init; } = [];

    /// <summary>The 8-Ks and amendments among them, oldest first.</summary>
    [JsonIgnore]
    public IEnumerable<ListedFiling> CurrentReports
    {
        get
        {
            for (var i = Math.Min(AccessionNumber.Count, Form.Count) - 1; i >= 0; i--)
            {
                if (Form[i] is "8-K" or "8-K/A")
                    yield return new ListedFiling(AccessionNumber[i], Form[i], i < FilingDate.Count ? FilingDate[i] : "");
            }
        }
    }
}

/// <summary>One filing as a list names it.</summary>
public sealed record ListedFiling(string Accession, string Form, string FilingDate);
