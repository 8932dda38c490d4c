using Alerts.Delivery.Wording;
using Alerts.Pipeline;
using Alerts.Records;

namespace Alerts.Pages;

/// <summary>What one filing of a company changed, or what lapsed on one day: the same that an alert tells, for whoever looks.</summary>
/// <param name="Company">The company.</param>
/// <param name="Occasion">The filing, or the day of a lapse.</param>
/// <param name="At">When it became known: the acceptance, or the day.</param>
/// <param name="Changes">The changes, the most important first; at least one.</param>
/// <param name="Filing">The filing; null where its row is not there (yet).</param>
public sealed record News(Company Company, Occasion Occasion, DateTimeOffset At, IReadOnlyList<Change> Changes, ProcessedFiling? Filing)
{
    /// <summary>Header and cover, as far as known.</summary>
    public FilingFacts Facts => Filing?.Facts ?? new FilingFacts { Company = Company.Name, Ticker = Company.Ticker };

    /// <summary>The line that says it all, as in an alert's subject.</summary>
    public string Subject => AlertSubject.Of(Facts, Changes);

    /// <summary>The same on the company's own page, which need not say whose it is.</summary>
    public string Headline => AlertSubject.Of(Changes) is [var first, var second, ..] line && char.IsAsciiLetterLower(first) && char.IsAsciiLetterLower(second)
        ? char.ToUpperInvariant(first) + line[1..]
        : AlertSubject.Of(Changes);

    /// <summary>The filing on sec.gov; null for a document without accession number.</summary>
    public string? Url => Changes.Select(change => change.Url).FirstOrDefault(url => url is not null);

    /// <summary>When it was last news to us: what was accepted long ago may have been read today.</summary>
    public DateTimeOffset Known => Filing is { } filing && filing.Seen > At ? filing.Seen : At;
}
