using Alerts.Delivery;
using Alerts.Pipeline;
using Alerts.Storage;

namespace Alerts.Operations;

/// <summary>
/// Sends a filing of our own through the deployed installation: it goes into the archive as a poll would put it there, and
/// everything after that has to happen by itself. It belongs to a company of its own, is history, and alerts nobody. A
/// delivery to nobody, asked for through the queue, shows that messages arrive.
/// </summary>
public sealed class SelfTest(FilingArchive archive, FilingStore filings, DeliveryLog deliveries, IQueueSender queues, TimeProvider time)
{
    /// <summary>The company that the filings of self-tests belong to.</summary>
    public const string Company = "selftest";

    // No subscriber's id: they are made of twelve letters and digits.
    private const string Nobody = "nobody";

    /// <summary>Archives the filing, and asks for the delivery.</summary>
    /// <returns>The test's name, which <see cref="ReadAsync"/> asks for.</returns>
    public async Task<string> BeginAsync(ReadOnlyMemory<byte> submission, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var name = "selftest-" + Keys.Timestamp(now);
        await archive.CreateAsync(new ArchivedFiling(Company, name, now), submission, cancellation);
        var delivery = DeliveryOf(name);
        await deliveries.AddAsync(new DeliveryEntry { Key = delivery, ChangeIds = [], Created = now }, cancellation);
        await queues.SendAsync(Queues.Deliveries, delivery.ToString(), TimeSpan.Zero, cancellation);
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
            IsDelivered = await deliveries.GetAsync(DeliveryOf(name), cancellation) is { State: not DeliveryState.Pending },
            Company = parsed?.Facts.Company,
            DataPoints = parsed?.DataPoints ?? 0,
            Guidance = parsed?.Guidance ?? 0,
        };
    }

    private static DeliveryKey DeliveryOf(string name) => new(new Occasion(Company, name).ToString(), Nobody);
}

/// <summary>How far a self-test got.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Archived">When its filing came into the archive.</param>
public sealed record SelfTestReport(string Name, DateTimeOffset Archived)
{
    /// <summary>Whether its records and history are written: the event arrived, and the parser ran.</summary>
    public bool IsParsed { get; init; }

    /// <summary>Whether the message in the queue arrived and its delivery, to nobody, was ended.</summary>
    public bool IsDelivered { get; init; }

    /// <summary>The company that was read from the filing.</summary>
    public string? Company { get; init; }

    /// <summary>Data points found.</summary>
    public int DataPoints { get; init; }

    /// <summary>Milestones and financial guidance found.</summary>
    public int Guidance { get; init; }
}
