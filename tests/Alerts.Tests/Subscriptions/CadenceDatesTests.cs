using System.Globalization;
using Alerts.Subscriptions;

namespace Alerts.Tests.Subscriptions;

public sealed class CadenceDatesTests
{
    // 16 November 2026 is a Monday.
    [Theory]
    [InlineData(Cadence.Daily, "2026-11-18T00:00:00Z", "2026-11-18T23:59:59Z", false)]
    [InlineData(Cadence.Daily, "2026-11-18T23:59:59Z", "2026-11-19T00:00:00Z", true)]
    [InlineData(Cadence.Daily, "2026-11-18T19:30:00-05:00", "2026-11-19T04:00:00Z", false)]
    [InlineData(Cadence.Daily, "2026-11-10T12:00:00Z", "2026-11-19T12:00:00Z", true)]
    [InlineData(Cadence.Weekly, "2026-11-16T00:00:00Z", "2026-11-22T23:59:59Z", false)]
    [InlineData(Cadence.Weekly, "2026-11-22T23:59:59Z", "2026-11-23T00:00:00Z", true)]
    [InlineData(Cadence.Weekly, "2026-11-20T12:00:00Z", "2026-11-25T12:00:00Z", true)]
    [InlineData(Cadence.Weekly, "2026-11-23T00:05:00Z", "2026-11-25T12:00:00Z", false)]
    [InlineData(Cadence.Immediate, "2026-11-23T00:05:00Z", "2026-11-23T00:05:00Z", true)]
    public void What_was_collected_is_due_when_its_day_or_week_is_over(Cadence cadence, string collected, string now, bool due) =>
        Assert.Equal(due, cadence.IsDue(Moment(collected), Moment(now)));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
