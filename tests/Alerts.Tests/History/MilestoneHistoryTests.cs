using Alerts.Records;

namespace Alerts.Tests.History;

public sealed class MilestoneHistoryTests
{
    private const string Q2 = "2022-04-01..2022-06-30";
    private const string Q3 = "2022-07-01..2022-09-30";
    private const string Early2023 = "2023-01-01..2023-04-30";

    [Fact]
    public async Task A_window_that_moves_later_is_delayed_by_the_days_between_the_ends()
    {
        var history = await Say.History(
            Say.Filing("2021-03-01", Say.Topline(Q2)),
            Say.Filing("2021-05-10", Say.Topline(Q3)),
            Say.Filing("2022-05-23", Say.Topline(Early2023)));

        Assert.Equal(["2021-03-01 new", "2021-05-10 delayed", "2022-05-23 delayed"], Say.Words(history));
        Assert.Equal([null, 92.0, 212.0], history.Select(change => change.By));
        Assert.Equal("MIRASOL top-line data: Q3 2022 → early 2023 (delayed by about 2 quarters)", history[2].Summary);
        Assert.Equal(new Course(new(2022, 4, 1), new(2022, 6, 30), 2, 304), history[2].Course);
    }

    [Theory]
    [InlineData(Q3, "2022-09-01..2022-09-30", ChangeWord.Narrowed)]
    [InlineData(Q3, "2022-07-01..2022-12-31", ChangeWord.Widened)]
    [InlineData(Q3, Q2, ChangeWord.Accelerated)]
    [InlineData(null, Q3, ChangeWord.Narrowed)]
    [InlineData(Q3, null, ChangeWord.Omitted)]
    public async Task Two_windows_give_one_word(string? before, string? after, ChangeWord word)
    {
        var history = await Say.History(Say.Filing("2021-03-01", Say.Topline(before)), Say.Filing("2021-05-10", Say.Topline(after)));

        Assert.Equal(word, history[1].Word);
        Assert.NotNull(history[1].Before);
        Assert.NotNull(history[1].After);
    }

    [Fact]
    public async Task An_amendment_that_repeats_what_its_report_said_is_no_step_back()
    {
        var amendment = Say.Filing("2021-06-01", Say.Topline(Q2), Say.Topline(Q3, trial: "SORAYA"));
        var history = await Say.History(
            Say.Filing("2021-03-01", Say.Topline(Q2), Say.Topline(Q2, trial: "SORAYA")),
            Say.Filing("2021-05-10", Say.Topline(Q3)),
            amendment with { Filing = amendment.Filing with { Form = "8-K/A", AmendsFiledOn = new(2021, 3, 1) } });

        Assert.Equal(["2021-03-01 new", "2021-03-01 new", "2021-05-10 delayed", "2021-06-01 delayed"], Say.Words(history));
        Assert.Equal("SORAYA", history[3].Trial);
    }

    [Fact]
    public async Task A_vaguer_phrase_with_the_same_end_is_silent()
    {
        var history = await Say.History(
            Say.Filing("2022-03-01", Say.Topline("2022-09-01..2022-12-31")),
            Say.Filing("2022-05-10", Say.Topline("2022-07-01..2022-12-31")));

        Assert.Equal(["2022-03-01 new"], Say.Words(history));
    }

    [Fact]
    public async Task The_same_window_again_is_silent()
    {
        var history = await Say.History(
            Say.Filing("2021-03-01", Say.Topline(Q3)),
            Say.Filing("2021-05-10", Say.Topline(Q3, status: MilestoneStatus.OnTrack)));

        Assert.Equal(["2021-03-01 new"], Say.Words(history));
    }

    [Fact]
    public async Task A_deadline_is_compared_by_its_end()
    {
        // "By year-end" begins on the day of each statement.
        var history = await Say.History(
            Say.Filing("2021-03-01", Say.Milestone(MilestoneCode.Submission, "2021-03-01..2021-12-31")),
            Say.Filing("2021-05-10", Say.Milestone(MilestoneCode.Submission, "2021-05-10..2021-12-31")),
            Say.Filing("2021-08-02", Say.Milestone(MilestoneCode.Submission, "2022-01-01..2022-03-31")));

        Assert.Equal(["2021-03-01 new", "2021-08-02 delayed"], Say.Words(history));
        Assert.EndsWith(": by end of 2021 → Q1 2022 (delayed by about 1 quarter)", history[1].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_phrases_in_one_filing_the_narrowest_counts_and_either_reaffirms()
    {
        const string second = "2025-07-01..2025-12-31";
        const string late = "2025-09-01..2025-12-31";
        var history = await Say.History(
            Say.Filing("2025-03-27", Say.Topline(second), Say.Topline(late)),
            Say.Filing("2025-05-01", Say.Topline(second), Say.Topline("2025-01-01..2025-12-31")));

        var change = Assert.Single(history);
        Assert.Equal(new DateOnly(2025, 9, 1), Assert.IsType<Milestone>(change.After).From);
    }

    [Theory]
    [InlineData("2022-06-15", Punctuality.Early)]
    [InlineData("2022-08-15", Punctuality.OnTime)]
    [InlineData("2022-12-15", Punctuality.Late)]
    public async Task An_achieved_milestone_is_early_on_time_or_late(string day, Punctuality punctuality)
    {
        var history = await Say.History(
            Say.Filing("2021-03-01", Say.Topline(Q3)),
            Say.Filing(day, Say.Topline($"{day}..{day}", status: MilestoneStatus.Achieved)));

        var achieved = history.Single(change => change.Word == ChangeWord.Achieved);
        Assert.Equal(punctuality, achieved.Course!.AgainstLatest);
        Assert.NotNull(achieved.Before);
    }

    [Fact]
    public async Task A_milestone_is_late_against_the_first_window_though_on_time_against_the_last()
    {
        var history = await Say.History(
            Say.Filing("2021-03-01", Say.Topline(Q2)),
            Say.Filing("2021-05-10", Say.Topline(Q3)),
            Say.Filing("2022-08-15", Say.Topline("2022-08-15..2022-08-15", status: MilestoneStatus.Achieved)));

        Assert.Equal(new Course(new(2022, 4, 1), new(2022, 6, 30), 1, 92, Punctuality.Late, Punctuality.OnTime), history[2].Course);
        Assert.Equal("MIRASOL top-line data: achieved, expected Q3 2022 (on time, late against the first window Q2 2022)", history[2].Summary);
    }

    [Fact]
    public async Task What_was_never_announced_is_achieved_out_of_nothing_and_once()
    {
        var history = await Say.History(
            Say.Filing("2021-03-01", Say.Milestone(MilestoneCode.Designation, null, MilestoneStatus.Achieved)),
            Say.Filing("2021-05-10", Say.Milestone(MilestoneCode.Designation, null, MilestoneStatus.Achieved)));

        var change = Assert.Single(history);
        Assert.Equal(ChangeWord.Achieved, change.Word);
        Assert.Null(change.Before);
    }

    [Fact]
    public async Task After_the_readout_a_later_one_is_new()
    {
        var history = await Say.History(
            Say.Filing("2021-03-01", Say.Topline("2021-10-01..2021-12-31", "SORAYA")),
            Say.Filing("2021-11-30", Say.Topline("2021-11-30..2021-11-30", "SORAYA", MilestoneStatus.Achieved)),
            Say.Filing("2022-03-01", Say.Topline(Q3, "SORAYA")));

        Assert.Equal(["2021-03-01 new", "2021-11-30 achieved", "2022-03-01 new"], Say.Words(history));
    }

    [Fact]
    public async Task Two_trials_never_merge_and_an_unnamed_one_is_the_only_one_there_is()
    {
        var history = await Say.History(
            Say.Filing("2021-03-01", Say.Topline("2021-07-01..2021-09-30", "SORAYA"), Say.Topline(Q2)),
            Say.Filing("2021-05-10", Say.Topline("2021-10-01..2021-12-31", "SORAYA"), Say.Topline(Q3)),
            Say.Filing("2021-11-30", Say.Topline("2021-11-30..2021-11-30", "SORAYA", MilestoneStatus.Achieved)),
            // Only MIRASOL's readout is still to come.
            Say.Filing("2022-05-23", Say.Topline(Early2023, trial: null)));

        Assert.Equal(["SORAYA new", "MIRASOL new", "SORAYA delayed", "MIRASOL delayed", "SORAYA achieved", "MIRASOL delayed"],
            history.Select(change => $"{change.Trial} {RecordCode.Of(change.Word)}"));
    }

    [Fact]
    public async Task Submissions_in_Europe_and_in_the_United_States_are_two()
    {
        var bla = Say.Milestone(MilestoneCode.Submission, Q2) with { What = "BLA" };
        var history = await Say.History(
            Say.Filing("2021-03-01", bla, Say.Milestone(MilestoneCode.Submission, Q3) with { What = "MAA" }),
            Say.Filing("2021-05-10", bla, Say.Milestone(MilestoneCode.Submission, Early2023) with { What = "MAA" }));

        Assert.Equal(["2021-03-01 new", "2021-03-01 new", "2021-05-10 delayed"], Say.Words(history));
        Assert.Equal("MAA", Assert.IsType<Milestone>(history[2].After).What);
    }

    [Fact]
    public async Task A_trial_that_is_stopped_is_withdrawn_once()
    {
        var stop = Say.Milestone(MilestoneCode.TrialStart, null, MilestoneStatus.Withdrawn);
        var history = await Say.History(
            Say.Filing("2021-03-01", Say.Milestone(MilestoneCode.TrialStart, Q2)),
            Say.Filing("2021-05-10", stop),
            Say.Filing("2021-08-02", stop));

        Assert.Equal(["2021-03-01 new", "2021-05-10 withdrawn"], Say.Words(history));
    }

    [Fact]
    public async Task Cohorts_in_other_words_are_the_same_and_other_cohorts_are_not()
    {
        Milestone Readout(string? population, string window) => Say.Topline(window, trial: null) with { Population = population };
        var history = await Say.History(
            Say.Filing("2024-11-12", Readout("chronic lymphocytic leukemia", "2024-10-01..2024-12-31"), Readout("healthy adults (booster)", "2024-10-01..2024-12-31")),
            Say.Filing("2025-01-10", Readout("CLL patients", "2025-01-01..2025-03-31"), Readout("healthy adult booster", "2025-01-01..2025-06-30")));

        Assert.Equal(["2024-11-12 new", "2024-11-12 new", "2025-01-10 delayed", "2025-01-10 delayed"], Say.Words(history));
        Assert.Equal([90.0, 181.0], history.Skip(2).Select(change => change.By));
    }

    [Fact]
    public async Task A_dropped_time_is_raised_once_and_the_old_time_again_is_no_news()
    {
        var history = await Say.History(
            Say.Filing("2021-03-01", Say.Topline(Q3)),
            Say.Filing("2021-05-10", Say.Topline(null)),
            Say.Filing("2021-08-02", Say.Topline(null)),
            Say.Filing("2021-11-02", Say.Topline(Q3)));

        Assert.Equal(["2021-03-01 new", "2021-05-10 omitted"], Say.Words(history));
    }
}
