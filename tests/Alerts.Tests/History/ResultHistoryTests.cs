using Alerts.Records;

namespace Alerts.Tests.History;

public sealed class ResultHistoryTests
{
    [Fact]
    public async Task A_later_cut_is_revised_with_both_intervals_side_by_side()
    {
        var first = Say.Point(Measure.Dor, 5.9, "months") with { CiLow = 5.6, CiHigh = 7.7, CiLevel = 95 };
        var later = Say.Point(Measure.Dor, 6.9, "months") with { CiLow = 5.6, CiHigh = 9.7, CiLevel = 95 };
        var history = await Say.History(Say.Filing("2021-11-30", first), Say.Filing("2022-03-19", later));

        Assert.Equal(["2021-11-30 new", "2022-03-19 revised"], Say.Words(history));
        Assert.Equal(1, history[1].By);
        Assert.True(history[1].IntervalsOverlap);
        Assert.Equal("SORAYA DOR: 5.9 months (95% CI 5.6–7.7) → 6.9 months (95% CI 5.6–9.7); intervals overlap", history[1].Summary);
    }

    [Fact]
    public async Task The_value_of_an_earlier_cut_said_again_is_no_revision()
    {
        var history = await Say.History(
            Say.Filing("2021-11-30", Say.Point(Measure.Dor, 5.9, "months")),
            Say.Filing("2022-03-19", Say.Point(Measure.Dor, 6.9, "months")),
            Say.Filing("2022-04-01", Say.Point(Measure.Dor, 5.9, "months")));

        Assert.Equal(["2021-11-30 new", "2022-03-19 revised"], Say.Words(history));
    }

    [Fact]
    public async Task Investigator_and_central_review_are_two_results_and_silence_on_it_is_told_by_the_value()
    {
        var orr = Say.Point(Measure.Orr, 32.4);
        var history = await Say.History(
            Say.Filing("2021-11-30", orr with { Assessor = "investigator" }, orr with { Value = 31.6, Assessor = "BICR" }),
            Say.Filing("2022-03-19", orr with { Value = 31.6 }));

        Assert.Equal(["2021-11-30 new", "2021-11-30 new"], Say.Words(history));
    }

    [Fact]
    public async Task Results_of_a_subgroup_do_not_revise_those_of_the_whole()
    {
        var orr = Say.Point(Measure.Orr, 32.4);
        var history = await Say.History(
            Say.Filing("2021-11-30", orr),
            Say.Filing("2022-03-19", orr with { Value = 38.5, Population = "prior bevacizumab" }));

        Assert.Equal(["2021-11-30 new", "2022-03-19 new"], Say.Words(history));
    }

    [Fact]
    public async Task Patients_enrolled_do_not_revise_patients_planned()
    {
        var planned = Say.Point(Measure.Enrollment, 36, "patients") with { Population = "planned" };
        var history = await Say.History(
            Say.Filing("2024-11-12", planned),
            Say.Filing("2025-07-28", Say.Point(Measure.Enrollment, 8, "patients")));

        Assert.Equal(["2024-11-12 new", "2025-07-28 new"], Say.Words(history));
    }

    [Fact]
    public async Task A_rate_in_patients_is_the_rate_in_percent()
    {
        var percent = Say.Point(Measure.Orr, 40) with { Count = 4, Of = 10 };
        var patients = Say.Point(Measure.Orr, 4, "patients") with { Of = 10 };
        var history = await Say.History(Say.Filing("2007-06-04", percent), Say.Filing("2007-09-01", patients));

        Assert.Single(history);
    }

    [Fact]
    public async Task Two_values_in_one_filing_are_two_results_and_neither_is_revised_by_a_third()
    {
        var history = await Say.History(
            Say.Filing("2007-06-04", Say.Point(Measure.Enrollment, 18, "patients"), Say.Point(Measure.Enrollment, 9, "patients")),
            Say.Filing("2007-09-01", Say.Point(Measure.Enrollment, 18, "patients"), Say.Point(Measure.Enrollment, 9, "patients")),
            Say.Filing("2007-12-01", Say.Point(Measure.Enrollment, 24, "patients")));

        Assert.Equal(["2007-06-04 new", "2007-06-04 new", "2007-12-01 new"], Say.Words(history));
    }

    [Fact]
    public async Task An_amendment_changes_only_what_differs()
    {
        var orr = Say.Point(Measure.Orr, 32.4);
        var dor = Say.Point(Measure.Dor, 5.9, "months");
        var amendment = Say.Filing("2021-12-02", orr with { Value = 32.3 }, dor);
        var history = await Say.History(
            Say.Filing("2021-11-30", orr, dor),
            amendment with { Filing = amendment.Filing with { Form = "8-K/A" } });

        Assert.Equal(["2021-11-30 new", "2021-11-30 new", "2021-12-02 revised"], Say.Words(history));
        Assert.Equal("SORAYA ORR: 32.4% → 32.3%, corrected by an amendment", history[2].Summary);
    }

    [Fact]
    public async Task A_filing_that_recites_the_known_value_beside_the_new_one_revises_it()
    {
        var known = Say.Point(Measure.Dor, 5.9, "months") with { CiLow = 5.6, CiHigh = 7.7 };
        var later = Say.Point(Measure.Dor, 6.9, "months") with { CiLow = 5.6, CiHigh = 9.7, Assessor = "investigator" };
        var history = await Say.History(Say.Filing("2021-11-30", known), Say.Filing("2022-03-29", later, known with { CiLow = null, CiHigh = null }));

        Assert.Equal(["2021-11-30 new", "2022-03-29 revised"], Say.Words(history));
    }

    [Fact]
    public async Task A_trial_without_a_name_is_not_revised_by_one_that_has_a_name()
    {
        var history = await Say.History(
            Say.Filing("2019-03-01", Say.Point(Measure.Enrollment, 366, "patients") with { Trial = null }),
            Say.Filing("2021-11-30", Say.Point(Measure.Enrollment, 106, "patients")));

        Assert.Equal(["2019-03-01 new", "2021-11-30 new"], Say.Words(history));
    }
}
