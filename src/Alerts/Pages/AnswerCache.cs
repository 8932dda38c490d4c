namespace Alerts.Pages;

/// <summary>
/// Answers for a minute all who ask for the same with one reading: what is about all companies costs a read of each. It saves work and
/// decides nothing: another process has its own.
/// </summary>
internal sealed class AnswerCache(TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (DateTimeOffset Until, Task<WebAnswer> Answer)> answers = new(StringComparer.Ordinal);

    /// <summary>The answer of the last minute, or a new one.</summary>
    /// <param name="name">What is asked for: one of few names, since none is ever forgotten.</param>
    /// <param name="make">Makes it, for everybody who waits: it does not end when one of them goes.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<WebAnswer> GetAsync(string name, Func<Task<WebAnswer>> make, CancellationToken cancellation)
    {
        Task<WebAnswer> answer;
        lock (gate)
        {
            var now = time.GetUtcNow();
            answer = answers.TryGetValue(name, out var known) && known.Until > now && !known.Answer.IsFaulted ? known.Answer : make();
            if (answer != known.Answer)
                answers[name] = (now + Kept, answer);
        }

        return answer.WaitAsync(cancellation);
    }
}
