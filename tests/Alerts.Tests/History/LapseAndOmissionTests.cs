using Alerts.History;
using Alerts.Records;

namespace Alerts.Tests.History;

public sealed class LapseAndOmissionTests
{
    private const string Q4 = "2024-10-01..2024-12-31";

    private readonly HistoryStore store = new(new MemoryTables());

    private Task<IReadOnlyList<Change>> Tick(string day) => store.LapseAsync(Say.Cik, DateTimeOffset.Parse(day + "T00:00:00Z"), default);

    [Fact]
    public async Task A_window_lapses_on_the_thirty_first_day_after_it_and_once()
    {
        await store.RecordAsync(Say.Filing("2024-11-12", Say.Topline(Q4)), Say.Cik, default);

        Assert.Empty(await Tick("2025-01-30"));
        var lapsed = Assert.Single(await Tick("2025-01-31"));
        Assert.Empty(await Tick("2025-02-01"));

        Assert.Equal(ChangeWord.Lapsed, lapsed.Word);
        Assert.Equal("MIRASOL top-line data: Q4 2024 passed in silence", lapsed.Summary);
        Assert.Null(lapsed.After);
        Assert.NotNull(lapsed.Quote);
    }

    [Fact]
    public async Task A_clock_that_comes_late_finds_the_lapse_on_its_day()
    {
        await store.RecordAsync(Say.Filing("2024-11-12", Say.Topline(Q4)), Say.Cik, default);

        Assert.Equal(["2025-01-31 lapsed"], Say.Words(await Tick("2026-07-01")));
    }

    [Fact]
    public async Task An_older_filing_that_moved_the_window_takes_the_lapse_back()
    {
        await store.RecordAsync(Say.Filing("2024-11-12", Say.Topline(Q4)), Say.Cik, default);
        await Tick("2025-03-01");
        await store.RecordAsync(Say.Filing("2025-01-10", Say.Topline("2025-04-01..2025-06-30")), Say.Cik, default);

        Assert.Equal(["2024-11-12 new", "2025-01-10 delayed"], Say.Words(await Say.All(store)));
    }

    [Fact]
    public async Task A_milestone_that_results_used_to_repeat_is_omitted_when_its_neighbours_still_are()
    {
        Statement[] both = [Say.Topline("2025-07-01..2025-12-31"), Say.Milestone(MilestoneCode.Submission, "2026-01-01..2026-12-31"), Say.Milestone(MilestoneCode.Launch, "2027-01-01..2027-12-31")];
        await store.RecordAsync(Say.Results("2024-11-12", both), Say.Cik, default);
        await store.RecordAsync(Say.Results("2025-03-01", both), Say.Cik, default);
        var changes = await store.RecordAsync(Say.Results("2025-05-01", both[1], both[2]), Say.Cik, default);

        var omitted = Assert.Single(changes);
        Assert.Equal("MIRASOL top-line data: H2 2025 no longer mentioned", omitted.Summary);
        Assert.Empty(await store.RecordAsync(Say.Results("2025-08-01", both[1], both[2]), Say.Cik, default));
    }

    [Fact]
    public async Task A_milestone_said_once_is_omitted_after_two_silent_results()
    {
        await store.RecordAsync(Say.Results("2024-11-12", Say.Topline("2025-07-01..2025-12-31"), Say.Milestone(MilestoneCode.Submission, "2026-01-01..2026-12-31")), Say.Cik, default);
        Assert.Empty(await store.RecordAsync(Say.Results("2025-03-01", Say.Milestone(MilestoneCode.Submission, "2026-01-01..2026-12-31")), Say.Cik, default));
        var changes = await store.RecordAsync(Say.Results("2025-05-01", Say.Milestone(MilestoneCode.Submission, "2026-01-01..2026-12-31")), Say.Cik, default);

        Assert.Equal(["2025-05-01 omitted"], Say.Words(changes));
    }

    [Fact]
    public async Task Silence_of_a_filing_without_results_means_nothing()
    {
        await store.RecordAsync(Say.Results("2024-11-12", Say.Topline("2025-07-01..2025-12-31")), Say.Cik, default);
        Assert.Empty(await store.RecordAsync(Say.Filing("2025-03-01"), Say.Cik, default));
        Assert.Empty(await store.RecordAsync(Say.Filing("2025-05-01"), Say.Cik, default));
    }

    [Fact]
    public async Task What_is_accepted_for_review_was_submitted_and_does_not_lapse()
    {
        var submission = Say.Milestone(MilestoneCode.Submission, "2023-07-01..2023-12-31") with { What = "MAA" };
        var acceptance = Say.Milestone(MilestoneCode.Acceptance, "2023-10-01..2023-10-31", MilestoneStatus.Achieved) with { What = "MAA" };
        await store.RecordAsync(Say.Filing("2023-04-28", submission, submission with { What = "sBLA" }), Say.Cik, default);
        await store.RecordAsync(Say.Filing("2023-11-30", acceptance), Say.Cik, default);

        var lapsed = Assert.Single(await Tick("2024-06-01"));
        Assert.Equal("mirvetuximab soravtansine sBLA submission: H2 2023 passed in silence", lapsed.Summary);
    }

    [Fact]
    public async Task An_approval_settles_the_decision_that_was_due_and_none_that_comes_later()
    {
        var decision = Say.Milestone(MilestoneCode.RegulatoryDecision, "2022-11-28..2022-11-28");
        var approval = Say.Milestone(MilestoneCode.Approval, "2022-11-14..2022-11-14", MilestoneStatus.Achieved);
        await store.RecordAsync(Say.Filing("2022-05-23", decision), Say.Cik, default);
        await store.RecordAsync(Say.Filing("2022-11-15", approval), Say.Cik, default);
        await store.RecordAsync(Say.Filing("2024-02-12", decision with { From = new(2024, 4, 5), To = new(2024, 4, 5) }), Say.Cik, default);
        await store.RecordAsync(Say.Filing("2024-03-01", approval), Say.Cik, default);

        Assert.Equal(["2024-05-06 lapsed"], Say.Words(await Tick("2024-12-31")));
        Assert.Equal(["2022-05-23 new", "2022-11-15 achieved", "2024-02-12 new", "2024-05-06 lapsed"], Say.Words(await Say.All(store)));
    }

    [Fact]
    public async Task A_trial_that_is_stopped_has_no_readout_to_wait_for()
    {
        await store.RecordAsync(Say.Filing("2013-02-22", Say.Topline("2013-07-01..2013-12-31", "NORTH")), Say.Cik, default);
        var stop = Say.Milestone(MilestoneCode.TrialComplete, null, MilestoneStatus.Withdrawn) with { Trial = "NORTH" };
        await store.RecordAsync(Say.Filing("2013-11-05", stop), Say.Cik, default);

        Assert.Empty(await Tick("2014-12-31"));
    }
}
