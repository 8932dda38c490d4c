using System.Runtime.CompilerServices;
using System.Text;
using Alerts.Edgar;
using Alerts.Storage;

namespace Alerts.Pipeline;

/// <summary>The companies: the watchlist of the poll, and those known by documents that were ingested.</summary>
public sealed class CompanyStore(ITableStore tables)
{
    /// <summary>Name of the table.</summary>
    public const string Table = "Companies";

    private const string Partition = "companies";

    /// <summary>The company, or null.</summary>
    public async Task<Company?> GetAsync(string key, CancellationToken cancellation) =>
        await tables.GetAsync(Table, Partition, key, cancellation) is { } row ? FromRow(row) : null;

    /// <summary>All companies in the order of their keys.</summary>
    public async IAsyncEnumerable<Company> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in tables.QueryAsync(Table, Partition, null, null, cancellation))
            yield return FromRow(row);
    }

    /// <summary>Changes a company as it is now, whoever else changes it; a company that is not there yet is added.</summary>
    public async Task<Company> UpdateAsync(string key, Func<Company, Company> change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        while (true)
        {
            var row = await tables.GetAsync(Table, Partition, key, cancellation);
            var old = row is null ? null : FromRow(row);
            var changed = change(old ?? new Company { Key = key }) with { Key = key };
            if (changed == old)
                return changed;
            var next = ToRow(changed) with { ETag = row?.ETag };
            if (row is null ? await tables.AddAsync(Table, next, cancellation) : await tables.ReplaceAsync(Table, next, cancellation))
                return changed;
        }
    }

    /// <summary>Puts a company onto the watchlist; one that is on it keeps its day, history may be asked for later.</summary>
    public Task<Company> WatchAsync(string cik, DateTimeOffset since, bool wantsHistory, CancellationToken cancellation) => UpdateAsync(
        cik,
        company => company with
        {
            WatchedSince = company.WatchedSince ?? since,
            WantsHistory = company.WantsHistory || wantsHistory,
            // A list that was read without its older pages has to be read again.
            Listed = wantsHistory && !company.HasHistory ? Validators.None : company.Listed,
        },
        cancellation);

    /// <summary>Takes a company off the watchlist; what was read stays. False where it was not watched.</summary>
    public async Task<bool> UnwatchAsync(string cik, CancellationToken cancellation)
    {
        if (await GetAsync(cik, cancellation) is not { WatchedSince: not null })
            return false;
        await UpdateAsync(cik, company => company with { WatchedSince = null, Listed = Validators.None }, cancellation);
        return true;
    }

    /// <summary>
    /// The key for a document of a company that states no CIK: that of a known company of the same name, else one made of the name.
    /// </summary>
    public async Task<string> KeyForAsync(string? name, CancellationToken cancellation)
    {
        var made = KeyOf(name);
        await foreach (var company in ListAsync(cancellation))
        {
            if (KeyOf(company.Name) == made)
                return company.Key;
        }

        return made;
    }

    /// <summary>"ImmunoGen, Inc." is "name-immunogen": letters and digits, without the legal form.</summary>
    private static string KeyOf(string? name)
    {
        var words = new StringBuilder(name?.Length ?? 0);
        foreach (var character in name ?? "")
            words.Append(char.IsAsciiLetterOrDigit(character) ? char.ToLowerInvariant(character) : character is '.' or '\'' or '’' ? "" : " ");
        var parts = words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (parts.Count > 1 && parts[^1] is "inc" or "incorporated" or "corp" or "corporation" or "ltd" or "limited" or "plc" or "llc" or "co" or "nv" or "sa" or "ag" or "de")
            parts.RemoveAt(parts.Count - 1);
        return parts.Count == 0 ? "name-unknown" : Keys.Shorten("name-" + string.Join('-', parts), 60);
    }

    private static TableRow ToRow(Company company)
    {
        var values = new Dictionary<string, object> { ["WantsHistory"] = company.WantsHistory, ["HasHistory"] = company.HasHistory };
        void Put(string name, object? value)
        {
            if (value is not null)
                values[name] = value;
        }

        Put("Name", company.Name);
        Put("Ticker", company.Ticker);
        Put("WatchedSince", company.WatchedSince?.ToUniversalTime());
        Put("ListETag", company.Listed.ETag);
        Put("ListLastModified", company.Listed.LastModified);
        return new TableRow(Partition, company.Key, values);
    }

    private static Company FromRow(TableRow row)
    {
        string? Text(string name) => row.Values.TryGetValue(name, out var value) ? (string)value : null;
        return new Company
        {
            Key = row.Row,
            Name = Text("Name"),
            Ticker = Text("Ticker"),
            WatchedSince = row.Values.TryGetValue("WatchedSince", out var since) ? (DateTimeOffset)since : null,
            WantsHistory = (bool)row.Values["WantsHistory"],
            HasHistory = (bool)row.Values["HasHistory"],
            Listed = new Validators(Text("ListETag"), Text("ListLastModified")),
        };
    }
}
