using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Alerts.Edgar;

/// <summary>
/// Reads EDGAR on the SEC's terms: one pace, a declared User-Agent, gzip, conditional requests; a bounded number of
/// further tries after a 5xx or a broken body, and a full stop after 429 or 403.
/// </summary>
/// <param name="http">A client that neither decompresses nor follows redirects by itself (see <see cref="CreateHandler"/>).</param>
/// <param name="options">Addresses, contact, limits.</param>
/// <param name="pace">The process's pace.</param>
/// <param name="time">The clock for stops and delays.</param>
/// <param name="jitter">Randomness for delays, 0 to 1.</param>
/// <param name="logger">Says what was tried again.</param>
public sealed partial class EdgarClient(
    HttpClient http, EdgarOptions options, EdgarPace pace, TimeProvider time, Func<double> jitter, ILogger<EdgarClient> logger)
{
    private readonly ResiliencePipeline<Answer> resilience = CreateResilience(options, time, jitter, logger);

    /// <summary>The handler that this client expects: EDGAR's addresses are final, and a broken body must be seen as such.</summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        AutomaticDecompression = DecompressionMethods.None,
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(30),
    };

    /// <summary>A company's list of filings.</summary>
    /// <param name="cik">Ten digits.</param>
    /// <param name="known">What an earlier answer called itself; asks for the list only if it changed since.</param>
    /// <param name="cancellation">Ends the request.</param>
    /// <returns>The list and its new validators; a null list where nothing changed.</returns>
    public async Task<(SubmissionsList? List, Validators Validators)> ReadListAsync(string cik, Validators known, CancellationToken cancellation)
    {
        var (list, validators) = await ReadJsonAsync<SubmissionsList>(new Uri(options.DataAddress, $"submissions/CIK{cik}.json"), known, cancellation);
        return (list, validators);
    }

    /// <summary>A page of older filings.</summary>
    /// <param name="cik">Ten digits.</param>
    /// <param name="name">The page's name as the list gives it.</param>
    /// <param name="cancellation">Ends the request.</param>
    public async Task<FilingColumns> ReadOlderPageAsync(string cik, string name, CancellationToken cancellation)
    {
        // The name comes from outside and becomes a path.
        if (!name.StartsWith($"CIK{cik}-submissions-", StringComparison.Ordinal) || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.')))
            throw new EdgarException($"CIK {cik}: the list names an older page \"{name}\"; expected CIK{cik}-submissions-NNN.json.");
        var (page, _) = await ReadJsonAsync<FilingColumns>(new Uri(options.DataAddress, $"submissions/{name}"), Validators.None, cancellation);
        return page ?? throw new EdgarException($"{name}: EDGAR answered 304 to an unconditional request.");
    }

    /// <summary>The complete submission, byte for byte.</summary>
    public async Task<ReadOnlyMemory<byte>> ReadSubmissionAsync(string cik, string accession, CancellationToken cancellation)
    {
        var address = new Uri(options.ArchiveAddress, EdgarNames.SubmissionPath(cik, accession));
        var answer = await AskAsync(address, Validators.None, body => SubmissionBody.Fault(body, accession), cancellation);
        return answer.Body;
    }

    /// <summary>The CIK of a ticker symbol, from the SEC's own list; null where the list has none.</summary>
    public async Task<string?> FindCompanyAsync(string ticker, CancellationToken cancellation)
    {
        var (companies, _) = await ReadJsonAsync<Dictionary<string, TickerRow>>(new Uri(options.ArchiveAddress, "files/company_tickers.json"), Validators.None, cancellation);
        var row = companies?.Values.FirstOrDefault(company => string.Equals(company.Ticker, ticker, StringComparison.OrdinalIgnoreCase));
        return row is not null && EdgarNames.TryCik(row.Cik.ToString(System.Globalization.CultureInfo.InvariantCulture), out var cik) ? cik : null;
    }

    private async Task<(T? Value, Validators Validators)> ReadJsonAsync<T>(Uri address, Validators known, CancellationToken cancellation)
        where T : class
    {
        T? value = null;
        var answer = await AskAsync(address, known, Parse, cancellation);
        return answer.Status == HttpStatusCode.NotModified ? (null, known) : (value, answer.Validators);

        string? Parse(ReadOnlyMemory<byte> body)
        {
            try
            {
                value = JsonSerializer.Deserialize<T>(body.Span, JsonSerializerOptions.Web);
                return value is null ? "null instead of an object" : null;
            }
            catch (JsonException e)
            {
                return $"no JSON of the expected shape: {e.Message}";
            }
        }
    }

    /// <summary>One request with all tries.</summary>
    private async Task<Answer> AskAsync(Uri address, Validators known, Func<ReadOnlyMemory<byte>, string?> fault, CancellationToken cancellation)
    {
        var answer = await resilience.ExecuteAsync(async token => await TryAsync(address, known, fault, token), cancellation);
        return answer.Fault is null ? answer : throw new EdgarException($"{address}: {answer.Fault}", answer.Cause ?? new HttpRequestException(answer.Fault));
    }

    private async ValueTask<Answer> TryAsync(Uri address, Validators known, Func<ReadOnlyMemory<byte>, string?> fault, CancellationToken cancellation)
    {
        await pace.WaitAsync(cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        known.AddTo(request.Headers);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests)
                throw await StopAsync(address, response, cancellation);
            if (response.StatusCode == HttpStatusCode.NotModified && known != Validators.None)
                return new Answer(response.StatusCode) { Validators = known };
            if (response.StatusCode != HttpStatusCode.OK)
                return new Answer(response.StatusCode) { Fault = $"EDGAR answered {(int)response.StatusCode} {response.ReasonPhrase}", Temporary = (int)response.StatusCode >= 500 };
            var body = await ReadBodyAsync(response, cancellation);
            return new Answer(response.StatusCode)
            {
                Body = body,
                Validators = Validators.Of(response),
                Fault = fault(body) is { } what ? "the body is broken: " + what : null,
                Temporary = true,
            };
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException
            || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new Answer(default) { Fault = $"no whole answer ({e.Message})", Cause = e, Temporary = true };
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var raw = await response.Content.ReadAsStreamAsync(cancellation);
        var gzip = response.Content.Headers.ContentEncoding.Contains("gzip", StringComparer.OrdinalIgnoreCase);
        await using Stream stream = gzip ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var buffer = new MemoryStream(gzip ? 0 : (int)Math.Min(response.Content.Headers.ContentLength ?? 0, 1 << 20));
        var chunk = new byte[81920];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellation)) > 0)
        {
            if (buffer.Length + read > options.MaxBytes)
                throw new InvalidDataException($"more than {options.MaxBytes:N0} bytes");
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    private async Task<EdgarStopException> StopAsync(Uri address, HttpResponseMessage response, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var after = response.Headers.RetryAfter;
        var until = after?.Delta is { } delta ? now + delta : after?.Date ?? now + options.StopFor;
        string page;
        try
        {
            page = SecBlockPage.Title(await ReadBodyAsync(response, cancellation));
        }
        catch (Exception e) when (e is IOException or InvalidDataException or HttpRequestException)
        {
            page = "";
        }

        var reason = $"The SEC refused {address} with {(int)response.StatusCode}{(page.Length > 0 ? $" (\"{page}\")" : "")}; "
            + $"nothing is asked before {until.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC.";
        return pace.Stop(reason, until);
    }

    private static ResiliencePipeline<Answer> CreateResilience(EdgarOptions options, TimeProvider time, Func<double> jitter, ILogger logger)
    {
        var builder = new ResiliencePipelineBuilder<Answer> { TimeProvider = time };
        if (options.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<Answer>
            {
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is { Fault: not null, Temporary: true }),
                MaxRetryAttempts = options.Retries,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Randomizer = jitter,
                OnRetry = arguments =>
                {
                    Log.TryingAgain(logger, arguments.Outcome.Result!.Fault!, arguments.AttemptNumber + 1, arguments.RetryDelay);
                    return ValueTask.CompletedTask;
                },
            });
        }

        return builder.Build();
    }

    private sealed record Answer(HttpStatusCode Status)
    {
        public ReadOnlyMemory<byte> Body { get; init; }

        public Validators Validators { get; init; } = Validators.None;

        public string? Fault { get; init; }

        public bool Temporary { get; init; }

        public Exception? Cause { get; init; }
    }

    private sealed record TickerRow
    {
        [System.Text.Json.Serialization.JsonPropertyName("cik_str")]
        public long Cik { get; init; }

        public string? Ticker { get; init; }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "EDGAR: {Fault}; try {Attempt} failed, the next one in {Delay}")]
        public static partial void TryingAgain(ILogger logger, string fault, int attempt, TimeSpan delay);
    }
}
