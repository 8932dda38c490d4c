using Alerts.Pipeline;
using Alerts.Storage;

namespace Alerts.Operations;

/// <summary>
/// Sends a filing of our own through the deployed installation: it goes into the archive as a poll would put it there, and
/// everything after that has to happen by itself. It belongs to a company of its own, is history, and alerts nobody.
/// </summary>
public sealed class SelfTest(FilingArchive archive, FilingStore filings, TimeProvider time)
{
    /// <summary>The company that the filings of self-tests belong to.</summary>
    public const string Company = "selftest";

    /// <summary>Archives the filing.</summary>
    /// <returns>The test's name, which <see cref="ReadAsync"/> asks for.</returns>
    public async Task<string> BeginAsync(ReadOnlyMemory<byte> submission, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var name = "selftest-" + Keys.Timestamp(now);
        await archive.CreateAsync(new ArchivedFiling(Company, name, now), submission, cancellation);
        return name;
    }

    /// <summary>How far a test got; null where there is none of that name.</summary>
    public async Task<SelfTestReport?> ReadAsync(string name, CancellationToken cancellation)
    {
        var key = new FilingKey(Company, name);
        if (await archive.ReadAsync(key, cancellation) is not { } archived)
            return null;
        var parsed = await filings.GetAsync(key, cancellation);
        return new SelfTestReport(name, archived.Filing.Seen)
        {
            IsParsed = parsed is not null,
            Company = parsed?.Facts.Company,
            DataPoints = parsed?.DataPoints ?? 0,
            Guidance = parsed?.Guidance ?? 0,
        };
    }
}

/// <summary>How far a self-test got.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Archived">When its filing came into the archive.</param>
public sealed record SelfTestReport(string Name, DateTimeOffset Archived)
{
    /// <summary>Whether its records and history are written: the event arrived, and the parser ran.</summary>
    public bool IsParsed { get; init; }

    /// <summary>The company that was read from the filing.</summary>
    public string? Company { get; init; }

    /// <summary>Data points found.</summary>
    public int DataPoints { get; init; }

    /// <summary>Milestones and financial guidance found.</summary>
    public int Guidance { get; init; }
}
