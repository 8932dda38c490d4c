using Alerts.Delivery;

namespace Alerts.Tests.Delivery;

public sealed class RetryScheduleTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 300)]
    [InlineData(3, 1800)]
    [InlineData(9, 86400)]
    public void Delays_grow_from_seconds_to_a_day(int attempts, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetrySchedule.Next(attempts, null, 0));

    [Fact]
    public void Tenth_attempt_is_the_last() => Assert.Null(RetrySchedule.Next(10, TimeSpan.FromSeconds(1), 0));

    [Fact]
    public void Delays_span_three_days() =>
        Assert.InRange(TimeSpan.FromTicks(RetrySchedule.Delays.Sum(delay => delay.Ticks)), TimeSpan.FromDays(3), TimeSpan.FromDays(4));

    [Fact]
    public void Jitter_lengthens_by_up_to_a_fifth()
    {
        Assert.Equal(TimeSpan.FromSeconds(6), RetrySchedule.Next(1, null, 1));
        Assert.Equal(TimeSpan.FromSeconds(5.5), RetrySchedule.Next(1, null, 0.5));
    }

    [Fact]
    public void Receiver_may_ask_for_longer_but_not_for_ever()
    {
        Assert.Equal(TimeSpan.FromHours(1), RetrySchedule.Next(1, TimeSpan.FromHours(1), 0));
        Assert.Equal(TimeSpan.FromMinutes(5), RetrySchedule.Next(2, TimeSpan.FromSeconds(1), 0));
        Assert.Equal(TimeSpan.FromHours(24), RetrySchedule.Next(1, TimeSpan.MaxValue, 0));
    }
}
