using Alerts.Records;
using FsCheck;
using FsCheck.Fluent;

namespace Alerts.Tests.History;

/// <summary>
/// A company's filings as a generator makes them: few programs, trials and windows, so that statements meet often;
/// some trials unnamed, some programs under another name, some filings of results, some amendments, some at the
/// same second.
/// </summary>
internal sealed record Story(IReadOnlyList<ParsedFiling> Filings, IReadOnlyList<int> Arrival, DateTimeOffset Clock, int Seed)
{
    private static readonly string[] Windows =
    [
        "2021-07-01..2021-09-30", "2021-10-01..2021-12-31", "2021-01-01..2021-12-31", "2022-01-01..2022-03-31",
        "2022-01-01..2022-06-30", "2022-06-15..2022-06-15", "2022-07-01..2022-12-31", "2023-01-01..2023-04-30",
    ];

    private static readonly Gen<string?> Programs = Gen.Elements<string?>("mirvetuximab soravtansine", "IMGN853", "mirvetuximab soravtansine (IMGN853)", "pivekimab", null);
    private static readonly Gen<string?> Trials = Gen.Elements<string?>("SORAYA", "MIRASOL", "the MIRASOL trial", null, null);
    private static readonly Gen<string?> Populations = Gen.Elements<string?>(null, null, "chronic lymphocytic leukemia", "CLL patients", "healthy adults");

    private static readonly Gen<Statement> Milestones =
        from program in Programs
        from trial in Trials
        from population in Populations
        from code in Gen.Elements(MilestoneCode.ToplineData, MilestoneCode.ToplineData, MilestoneCode.Submission, MilestoneCode.TrialStart)
        from status in Gen.Elements(MilestoneStatus.Planned, MilestoneStatus.Planned, MilestoneStatus.OnTrack, MilestoneStatus.Achieved, MilestoneStatus.Delayed, MilestoneStatus.Withdrawn)
        from window in Gen.Elements(Windows).OrNull()
        select (Statement)(Say.Milestone(code, window, status) with { Program = program, Trial = trial, Population = population });

    private static readonly Gen<Statement> Points =
        from program in Programs
        from trial in Trials
        from population in Populations
        from measure in Gen.Elements(Measure.Orr, Measure.Dor, Measure.Ae)
        from value in Gen.Elements(0, 5.9, 6.9, 32.4)
        from assessor in Gen.Elements<string?>(null, "BICR", "investigator")
        select (Statement)(Say.Point(measure, value) with
        {
            Program = program,
            Trial = trial,
            Population = population,
            Assessor = assessor,
            Term = measure == Measure.Ae ? "blurred vision" : null,
        });

    private static readonly Gen<Statement> Figures =
        from metric in Gen.Elements(FinancialMetric.Revenue, FinancialMetric.TaxRate, FinancialMetric.OperatingExpenses)
        from period in Gen.Elements("FY2021", "FY2022", "Q1 2022")
        from low in Gen.Choose(1, 3)
        from width in Gen.Choose(0, 2)
        select (Statement)Say.Figure(metric, 1e6 * low, 1e6 * (low + width), period);

    private static readonly Gen<ParsedFiling> Some =
        from day in Gen.Choose(0, 700)
        from number in Gen.Choose(0, 99)
        from isResults in Gen.Elements(true, true, false)
        from amends in Gen.Elements<int?>(null, 1, 2, 3)
        from isAmendment in Gen.Elements(false, false, false, true)
        from teaches in Gen.Elements(false, false, false, false, true)
        from statements in Gen.Frequency((4, Milestones), (2, Points), (3, Figures)).ListOf()
        select Make(day, number, isResults, isAmendment, amends, teaches, statements);

    /// <summary>Stories; a failing one is shrunk by leaving out filings and statements.</summary>
    public static Arbitrary<Story> Any => Arb.From(Stories, Shrink);

    private static readonly Gen<Story> Stories =
        from filings in Some.ListOf()
        let distinct = filings.DistinctBy(filing => filing.Filing.Accession).ToList()
        from arrival in Gen.Shuffle(Enumerable.Range(0, distinct.Count).ToArray())
        from clock in Gen.Choose(0, 1500)
        from seed in Gen.Choose(0, int.MaxValue)
        select new Story(distinct, arrival, Start.AddDays(clock), seed);

    /// <summary>The filings in the order in which they arrive.</summary>
    public IEnumerable<ParsedFiling> Arriving => Arrival.Select(index => Filings[index]);

    private static DateTimeOffset Start { get; } = new(2021, 1, 4, 17, 0, 0, TimeSpan.Zero);

    public override string ToString() => string.Join("\n", Arriving.Select(filing =>
        $"{filing.Filing.Accession} {filing.Filing.FiledAt:O} {filing.Filing.Form} [{string.Join(",", filing.Filing.Items)}] {(filing.Aliases is null ? "" : "teaches")}\n" +
        string.Join("\n", filing.DataPoints.Cast<Statement>().Concat(filing.Guidance).Select(statement => "    " + statement)))) + $"\nclock {Clock:O} seed {Seed}";

    private static ParsedFiling Make(int day, int number, bool isResults, bool isAmendment, int? amends, bool teaches, IEnumerable<Statement> statements)
    {
        var at = Start.AddDays(day / 7 * 7);
        var filing = Say.Filing(at.ToString("yyyy-MM-dd"), [.. statements.Take(6)]);
        return filing with
        {
            Filing = filing.Filing with
            {
                Accession = $"0000855654-{at:yy}-{day / 7:000}{number:000}",
                Form = isAmendment ? "8-K/A" : "8-K",
                AmendsFiledOn = isAmendment && amends is { } weeks ? DateOnly.FromDateTime(at.UtcDateTime).AddDays(-7 * weeks) : null,
                FiledAt = at,
                Items = isResults ? ["2.02"] : ["8.01"],
            },
            Aliases = teaches ? [["mirvetuximab soravtansine", "IMGN853"]] : null,
        };
    }

    private static IEnumerable<Story> Shrink(Story story)
    {
        for (var i = 0; i < story.Filings.Count; i++)
        {
            var at = i;
            yield return story with
            {
                Filings = [.. story.Filings.Where((_, index) => index != at)],
                Arrival = [.. story.Arrival.Where(index => index != at).Select(index => index > at ? index - 1 : index)],
            };
        }

        for (var i = 0; i < story.Filings.Count; i++)
        {
            var (at, filing) = (i, story.Filings[i]);
            foreach (var statement in filing.DataPoints)
                yield return story with { Filings = [.. story.Filings.Select((other, index) => index == at ? other with { DataPoints = [.. other.DataPoints.Where(point => point != statement)] } : other)] };
            foreach (var statement in filing.Guidance)
                yield return story with { Filings = [.. story.Filings.Select((other, index) => index == at ? other with { Guidance = [.. other.Guidance.Where(guidance => guidance != statement)] } : other)] };
        }
    }
}
