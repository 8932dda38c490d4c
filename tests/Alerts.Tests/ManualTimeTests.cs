namespace Alerts.Tests;

public sealed class ManualTimeTests
{
    private static readonly DateTimeOffset Start = new(2021, 11, 30, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_delay_ends_when_the_clock_reaches_it_and_not_before()
    {
        var time = new ManualTime(Start);
        var delay = Task.Delay(TimeSpan.FromMinutes(10), time, CancellationToken.None);

        time.Advance(TimeSpan.FromMinutes(9));
        Assert.False(delay.IsCompleted);
        Assert.Equal(Start.AddMinutes(10), time.NextDue);

        time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(delay.IsCompleted);
        Assert.Null(time.NextDue);
    }

    [Fact]
    public void Timers_fire_in_the_order_of_their_moments_and_see_them()
    {
        var time = new ManualTime(Start);
        var seen = new List<double>();
        void Note(object? state) => seen.Add((time.GetUtcNow() - Start).TotalSeconds);
        using var late = time.CreateTimer(Note, null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        using var periodic = time.CreateTimer(Note, null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));

        time.Set(Start.AddSeconds(7));

        Assert.Equal([2, 4, 5, 6], seen);
        Assert.Equal(Start.AddSeconds(7), time.GetUtcNow());
        Assert.Equal(TimeSpan.FromSeconds(7), time.GetElapsedTime(Start.Ticks));
    }

    [Fact]
    public void A_cancellation_after_a_while_and_a_disposed_timer_follow_the_clock()
    {
        var time = new ManualTime(Start);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromHours(1), time);
        var fired = false;
        time.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan).Dispose();

        time.Advance(TimeSpan.FromHours(1));

        Assert.True(cancellation.IsCancellationRequested);
        Assert.False(fired);
    }

    [Fact]
    public void The_clock_does_not_go_back() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ManualTime(Start).Set(Start.AddTicks(-1)));
}
