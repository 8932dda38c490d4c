using Alerts.Filings;

namespace Alerts.Tests.Filings;

public sealed class EasternTimeTests
{
    [Theory]
    [InlineData("2024-03-10T01:59:00", -5)]
    [InlineData("2024-03-10T03:00:00", -4)]
    [InlineData("2024-11-03T01:30:00", -4)]
    [InlineData("2024-11-03T02:00:00", -5)]
    [InlineData("2006-04-02T03:00:00", -4)]
    [InlineData("2006-03-20T12:00:00", -5)]
    [InlineData("2006-10-28T12:00:00", -4)]
    [InlineData("2006-10-29T12:00:00", -5)]
    public void A_reading_in_New_York_has_its_offset(string local, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), EasternTime.At(DateTime.Parse(local)).Offset);

    [Theory]
    [InlineData("2024-03-10T06:59:00Z", "2024-03-10T01:59:00-05:00")]
    [InlineData("2024-03-10T07:00:00Z", "2024-03-10T03:00:00-04:00")]
    [InlineData("2024-11-03T05:59:00Z", "2024-11-03T01:59:00-04:00")]
    [InlineData("2024-11-03T06:00:00Z", "2024-11-03T01:00:00-05:00")]
    public void A_moment_reads_as_in_New_York(string moment, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected), EasternTime.From(DateTimeOffset.Parse(moment)), (a, b) => a.EqualsExact(b));
}
