namespace Alerts.Tests.History;

/// <summary>
/// Runs tasks one step at a time on one thread and picks the next one by chance, from a seed: every interleaving of
/// concurrent work can happen, and a failing one happens again.
/// </summary>
internal sealed class RandomScheduler(int seed) : TaskScheduler
{
    private readonly Random random = new(seed);
    private readonly List<Task> waiting = [];

    /// <summary>Runs all the work to its end.</summary>
    public void Run(IEnumerable<Func<Task>> work)
    {
        // Steps come back to this scheduler, not to the test runner's context.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            RunAll(work);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private void RunAll(IEnumerable<Func<Task>> work)
    {
        var started = work.Select(one => Task.Factory.StartNew(one, CancellationToken.None, TaskCreationOptions.None, this).Unwrap()).ToList();
        while (waiting.Count > 0)
        {
            var at = random.Next(waiting.Count);
            var next = waiting[at];
            waiting.RemoveAt(at);
            TryExecuteTask(next);
        }

        Assert.All(started, one => Assert.True(one.IsCompleted, "A task waits for something that is no step of this scheduler."));
        foreach (var one in started)
            one.GetAwaiter().GetResult();
    }

    protected override void QueueTask(Task task) => waiting.Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => waiting;
}
