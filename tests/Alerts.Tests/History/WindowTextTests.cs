using Alerts.History;

namespace Alerts.Tests.History;

public sealed class WindowTextTests
{
    [Theory]
    [InlineData("2022-07-01", "2022-09-30", "Q3 2022")]
    [InlineData("2023-07-01", "2023-12-31", "H2 2023")]
    [InlineData("2023-01-01", "2023-04-30", "early 2023")]
    [InlineData("2023-05-01", "2023-08-31", "mid-2023")]
    [InlineData("2023-09-01", "2023-12-31", "late 2023")]
    [InlineData("2022-01-01", "2022-12-31", "2022")]
    [InlineData("2022-01-01", "2023-12-31", "2022–2023")]
    [InlineData("2007-06-01", "2007-07-31", "Jun–Jul 2007")]
    [InlineData("2007-06-01", "2007-06-30", "Jun 2007")]
    [InlineData("2024-12-01", "2025-02-28", "winter 2024/25")]
    [InlineData("2025-06-01", "2025-08-31", "summer 2025")]
    [InlineData("2023-05-01", "2023-05-10", "early May 2023")]
    [InlineData("2022-11-28", "2022-11-28", "28 Nov 2022")]
    [InlineData("2021-03-01", "2021-12-31", "by end of 2021")]
    [InlineData("2021-03-01", "2021-06-30", "by end of Q2 2021")]
    [InlineData("2021-03-01", "2021-04-15", "by 15 Apr 2021")]
    [InlineData("2021-04-05", "2021-07-04", "5 Apr 2021 – 4 Jul 2021")]
    [InlineData(null, "2021-12-31", "by end of 2021")]
    [InlineData("2023-01-01", null, "from 1 Jan 2023")]
    [InlineData(null, null, "no date")]
    public void A_window_is_written_as_people_say_it(string? from, string? to, string text)
    {
        var window = new Window(from is null ? null : DateOnly.Parse(from), to is null ? null : DateOnly.Parse(to));

        Assert.Equal(text, WindowText.Of(window, said: new DateOnly(2021, 3, 1)));
    }

    [Theory]
    [InlineData(1, "1 day")]
    [InlineData(-12, "12 days")]
    [InlineData(45, "about 1 month")]
    [InlineData(61, "about 2 months")]
    [InlineData(92, "about 1 quarter")]
    [InlineData(212, "about 2 quarters")]
    [InlineData(365, "about 1 year")]
    [InlineData(457, "about 5 quarters")]
    [InlineData(1096, "about 3 years")]
    public void A_shift_is_written_in_the_unit_that_fits(double days, string text) => Assert.Equal(text, WindowText.Shift(days));
}
