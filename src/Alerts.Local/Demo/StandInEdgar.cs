using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Alerts.Local.Demo;

/// <summary>
/// EDGAR on loopback: serves a folder of full submissions at the paths, in the shapes and under the terms of data.sec.gov and
/// www.sec.gov. A filing appears when the given clock reaches its acceptance time.
/// </summary>
public sealed class StandInEdgar : IAsyncDisposable
{
    private readonly IReadOnlyList<SampleSubmission> _newestFirst;
    private readonly IReadOnlyDictionary<string, string[]> _tickers;
    private readonly TimeProvider _clock;
    private readonly StandInEdgarOptions _options;
    private readonly TrafficRules _traffic;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ScriptedAnswer>> _script = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<SeenRequest> _requests = new();
    private readonly byte[]? _tickerFile;
    private LoopbackServer? _server;

    private StandInEdgar(string folder, TimeProvider clock, StandInEdgarOptions options)
    {
        _newestFirst =
        [
            .. Directory.EnumerateFiles(folder, "*.txt")
                .Select(SampleSubmission.Read)
                .OrderByDescending(f => f.AcceptedAt)
                .ThenByDescending(f => f.Accession, StringComparer.Ordinal),
        ];
        if (_newestFirst.Count == 0)
            throw new InvalidDataException($"{folder} holds no full submissions (expected files named accession.txt).");
        var tickerFile = Path.Combine(folder, "company_tickers.json");
        _tickerFile = File.Exists(tickerFile) ? File.ReadAllBytes(tickerFile) : null;
        _tickers = Tickers(_tickerFile);
        (_clock, _options) = (clock, options);
        _traffic = new TrafficRules(options.RequestsPerSecond, options.RateClock);
    }

    /// <summary>Where it listens; stands for https://data.sec.gov/ and https://www.sec.gov/ alike.</summary>
    public Uri BaseAddress => _server!.Address;

    /// <summary>The acceptance times of all filings, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> AcceptanceTimes => [.. _newestFirst.Reverse().Select(f => f.AcceptedAt)];

    /// <summary>What was asked so far, in order of the answers.</summary>
    public IReadOnlyList<SeenRequest> Requests => [.. _requests];

    /// <summary>Serves a folder on a free port.</summary>
    /// <param name="samplesFolder">Folder of full submissions (*.txt), and where tickers are wanted company_tickers.json in EDGAR's shape.</param>
    /// <param name="clock">Decides which filings have been accepted.</param>
    /// <param name="ct">Stops the start, not the server: dispose it.</param>
    /// <exception cref="InvalidDataException">A file is no full submission, or there is none.</exception>
    public static Task<StandInEdgar> StartAsync(string samplesFolder, TimeProvider clock, CancellationToken ct) =>
        StartAsync(samplesFolder, clock, new StandInEdgarOptions(), ct);

    /// <summary>Serves a folder on a free port, otherwise than EDGAR would in what the options say.</summary>
    public static async Task<StandInEdgar> StartAsync(string samplesFolder, TimeProvider clock, StandInEdgarOptions options, CancellationToken ct)
    {
        var edgar = new StandInEdgar(samplesFolder, clock, options);
        edgar._server = await LoopbackServer.StartAsync(edgar.Serve, ct);
        return edgar;
    }

    /// <summary>Answers the next requests of a path with these instead, one each.</summary>
    /// <param name="path">"/submissions/CIK0000855654.json".</param>
    /// <param name="answers">In order.</param>
    public void Script(string path, params IEnumerable<ScriptedAnswer> answers)
    {
        foreach (var answer in answers)
            _script.GetOrAdd(path, _ => new()).Enqueue(answer);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private Task Serve(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        var agent = http.Request.Headers.UserAgent.ToString();
        var conditional = http.Request.Headers.IfNoneMatch.Count > 0 || http.Request.Headers.IfModifiedSince.Count > 0;
        // Counted before the first byte leaves, so that who has the answer finds it counted.
        http.Response.OnStarting(() =>
        {
            _requests.Enqueue(new SeenRequest(path, agent, conditional, http.Response.StatusCode));
            return Task.CompletedTask;
        });
        return _traffic.Refuse(agent) is { } page
            ? new Answer(403, "text/html", Encoding.UTF8.GetBytes(page)).SendAsync(http, null)
            : Route(path).SendAsync(http, NextScripted(path));
    }

    private ScriptedAnswer? NextScripted(string path) =>
        _script.TryGetValue(path, out var script) && script.TryDequeue(out var next) ? next : null;

    private Answer Route(string path)
    {
        var now = _clock.GetUtcNow();
        if (path == "/files/company_tickers.json" && _tickerFile is not null)
            return new Answer(200, "application/json", _tickerFile);
        if (_newestFirst.FirstOrDefault(f => f.Path == path && f.AcceptedAt <= now) is { } filing)
            return new Answer(200, "text/plain", filing.Content) { LastModified = filing.AcceptedAt };
        return CompanyFile(path, now) ?? new Answer(404, "text/html", "<html><head><title>404 Not Found</title></head></html>"u8.ToArray());
    }

    // "/submissions/CIK0000855654.json" and "/submissions/CIK0000855654-submissions-001.json".
    private Answer? CompanyFile(string path, DateTimeOffset now)
    {
        const string Folder = "/submissions/CIK";
        if (!path.StartsWith(Folder, StringComparison.Ordinal) || !path.EndsWith(".json", StringComparison.Ordinal) || path.Length < Folder.Length + 15)
            return null;
        var cik = path.Substring(Folder.Length, 10);
        var rest = path[(Folder.Length + 10)..^5];
        var company = _newestFirst.Where(f => f.Cik == cik).ToList();
        if (company.Count == 0)
            return null;
        var visible = company.Where(f => f.AcceptedAt <= now).ToList();
        var body = rest.Length == 0
            ? SubmissionsJson.Company(visible.FirstOrDefault(company[^1]), _tickers.GetValueOrDefault(cik, []), visible, _options.RecentFilings)
            : rest.StartsWith("-submissions-", StringComparison.Ordinal) && int.TryParse(rest["-submissions-".Length..], out var page) && page > 0
                ? SubmissionsJson.OlderPage(visible, _options.RecentFilings, page)
                : null;
        return body is null ? null : new Answer(200, "application/json", body) { LastModified = visible.FirstOrDefault()?.AcceptedAt };
    }

    // {"0":{"cik_str":855654,"ticker":"IMGN","title":"ImmunoGen, Inc."}, …}
    private static Dictionary<string, string[]> Tickers(byte[]? file)
    {
        if (file is null)
            return [];
        using var json = JsonDocument.Parse(file);
        return json.RootElement.EnumerateObject()
            .Select(entry => (Cik: entry.Value.GetProperty("cik_str").GetInt64().ToString("0000000000", CultureInfo.InvariantCulture), Ticker: entry.Value.GetProperty("ticker").GetString()!))
            .GroupBy(entry => entry.Cik)
            .ToDictionary(group => group.Key, group => group.Select(entry => entry.Ticker).ToArray());
    }
}
