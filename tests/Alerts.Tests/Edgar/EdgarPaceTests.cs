using Alerts.Edgar;

namespace Alerts.Tests.Edgar;

public sealed class EdgarPaceTests
{
    private readonly ManualTime time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void No_second_holds_more_requests_than_the_pace()
    {
        var pace = new EdgarPace(8, time);
        var waits = Enumerable.Range(0, 20).Select(_ => pace.WaitAsync(CancellationToken.None)).ToList();

        Assert.Equal(1, waits.Count(wait => wait.IsCompleted));
        time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal(8, waits.Count(wait => wait.IsCompleted));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(16, waits.Count(wait => wait.IsCompleted));
    }

    [Fact]
    public void Time_without_requests_is_not_saved_up()
    {
        var pace = new EdgarPace(8, time);
        time.Advance(TimeSpan.FromHours(1));

        var waits = Enumerable.Range(0, 5).Select(_ => pace.WaitAsync(CancellationToken.None)).ToList();

        Assert.Equal(1, waits.Count(wait => wait.IsCompleted));
    }

    [Fact]
    public async Task Stop_refuses_those_who_wait_already_and_ends_by_itself()
    {
        var pace = new EdgarPace(1, time);
        await pace.WaitAsync(CancellationToken.None);
        var waiting = pace.WaitAsync(CancellationToken.None);

        pace.Stop("asked to stop", time.GetUtcNow().AddMinutes(10));
        time.Advance(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAsync<EdgarStopException>(() => waiting);
        time.Advance(TimeSpan.FromMinutes(10));
        await pace.WaitAsync(CancellationToken.None);
    }

    [Fact]
    public void Shorter_stop_does_not_end_a_longer_one()
    {
        var pace = new EdgarPace(8, time);
        var later = time.GetUtcNow().AddHours(1);

        pace.Stop("long", later);

        Assert.Equal(later, pace.Stop("short", time.GetUtcNow().AddMinutes(1)).Until);
    }
}
