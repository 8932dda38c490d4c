using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Alerts.Storage;

namespace Alerts.Signup;

/// <summary>
/// Keeps the public page from being a way to send mail to strangers: counts requests by the hour, and confirmation mails by mailbox and day.
/// The counters are rows, so that they hold for all instances together.
/// </summary>
public sealed class SignupLimits(ITableStore tables, SignupOptions options)
{
    /// <summary>Name of the table.</summary>
    public const string Table = "SignupCounters";

    /// <summary>
    /// Most confirmation mails to one mailbox in a day (UTC). An address gets one; but many mail systems take ana+1@, ana+2@ and a.na@ for ana@,
    /// and each of these is an address of its own.
    /// </summary>
    public const int PerMailbox = 3;

    private const string Partition = "counters";
    private const string Count = "Count";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    /// <summary>
    /// Takes one of the hour's requests; false where none is left. Every valid request counts, whether a mail follows or not: what is left of
    /// the hour would tell otherwise which addresses are known.
    /// </summary>
    public Task<bool> TakeRequestAsync(DateTimeOffset now, CancellationToken cancellation) =>
        TakeAsync(now.UtcDateTime.ToString("yyyy-MM-dd'T'HH", CultureInfo.InvariantCulture), options.PerHour, cancellation);

    /// <summary>Takes one of the mails that the address's mailbox may get today; false where none is left.</summary>
    public Task<bool> TakeMailAsync(string address, DateTimeOffset now, CancellationToken cancellation) =>
        TakeAsync($"{now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}-{Mailbox(address)}", PerMailbox, cancellation);

    /// <summary>Removes the counters of days gone by.</summary>
    public async Task RemoveOldAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var before = (now - Kept).UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await foreach (var row in tables.QueryAsync(Table, Partition, null, before, cancellation))
            await tables.DeleteAsync(Table, Partition, row.Row, cancellation);
    }

    // Each failure to write means that somebody else counted, so the loop ends at the limit.
    private async Task<bool> TakeAsync(string name, int most, CancellationToken cancellation)
    {
        while (true)
        {
            var row = await tables.GetAsync(Table, Partition, name, cancellation);
            var count = row is null ? 0 : (long)row.Values[Count];
            if (count >= most)
                return false;
            var next = new TableRow(Partition, name, new Dictionary<string, object> { [Count] = count + 1 }) { ETag = row?.ETag };
            if (row is null ? await tables.AddAsync(Table, next, cancellation) : await tables.ReplaceAsync(Table, next, cancellation))
                return true;
        }
    }

    // Hashed, because the counter is no place to keep an address.
    private static string Mailbox(string address)
    {
        var (local, host) = address.ToLowerInvariant().Split('@') is [var before, var after] ? (before, after) : (address, "");
        var name = local.Split('+')[0].Replace(".", "", StringComparison.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}@{host}")).AsSpan(0, 12));
    }
}
