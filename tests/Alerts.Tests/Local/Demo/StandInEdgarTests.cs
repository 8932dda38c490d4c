using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Alerts.Local.Demo;

namespace Alerts.Tests.Local.Demo;

public sealed class StandInEdgarTests : IDisposable
{
    private const string Contact = "Alerts tests@example.com";
    private const string List = "/submissions/CIK0000855654.json";

    private static readonly string Folder = Path.Combine(Corpus.Root, "samples");
    private static readonly CancellationToken Never = CancellationToken.None;

    private static readonly DateTimeOffset Today = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ManualTime _rateClock = new(DateTimeOffset.UnixEpoch);
    private readonly HttpClient _http = new(new SocketsHttpHandler());

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task List_has_the_columns_of_data_sec_gov_newest_first()
    {
        await using var edgar = await Start();
        using var json = await Json(edgar, List);

        Assert.Equal("855654", json.RootElement.GetProperty("cik").GetString());
        Assert.Equal(["IMGN"], json.RootElement.GetProperty("tickers").EnumerateArray().Select(t => t.GetString()));
        var recent = json.RootElement.GetProperty("filings").GetProperty("recent");
        Assert.All(recent.EnumerateObject(), column => Assert.Equal(edgar.AcceptanceTimes.Count, column.Value.GetArrayLength()));
        Assert.Equal(recent.GetProperty("filingDate").EnumerateArray().Select(d => d.GetString()).OrderDescending(), Column(recent, "filingDate"));
        var soraya = Column(recent, "accessionNumber").IndexOf("0000855654-21-900014");
        Assert.Equal("7.01,9.01", Column(recent, "items")[soraya]);
        Assert.Equal("8-K", Column(recent, "form")[soraya]);
        Assert.Equal("2021-11-30", Column(recent, "reportDate")[soraya]);
        Assert.Equal("imgn-20211130x8k.htm", Column(recent, "primaryDocument")[soraya]);
    }

    [Fact]
    public async Task Acceptance_time_in_the_list_is_New_York_time_that_calls_itself_UTC()
    {
        await using var edgar = await Start();
        using var json = await Json(edgar, List);

        var recent = json.RootElement.GetProperty("filings").GetProperty("recent");
        Assert.Contains("2021-11-30T06:55:44.000Z", Column(recent, "acceptanceDateTime"));
        Assert.Contains(new DateTimeOffset(2021, 11, 30, 6, 55, 44, TimeSpan.FromHours(-5)), edgar.AcceptanceTimes);
    }

    [Fact]
    public async Task Filing_without_an_acceptance_time_counts_from_midnight_in_New_York()
    {
        await using var edgar = await Start();
        using var json = await Json(edgar, List);

        var recent = json.RootElement.GetProperty("filings").GetProperty("recent");
        Assert.Equal("2000-05-05T04:00:00.000Z", Column(recent, "acceptanceDateTime")[^1]);
        Assert.Equal(new DateTimeOffset(2000, 5, 5, 0, 0, 0, TimeSpan.FromHours(-4)), edgar.AcceptanceTimes[0]);
        Assert.Equal("7,12", Column(recent, "items")[^2]);
    }

    [Fact]
    public async Task Filing_appears_at_its_acceptance_time_and_not_before()
    {
        var accepted = new DateTimeOffset(2021, 11, 30, 11, 55, 44, TimeSpan.Zero);
        var clock = new ManualTime(accepted.AddTicks(-1));
        await using var edgar = await Start(clock);
        const string Path = "/Archives/edgar/data/855654/000085565421900014/0000855654-21-900014.txt";

        using (var before = await Get(edgar, Path))
            Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        Assert.DoesNotContain("0000855654-21-900014", await (await Get(edgar, List)).Content.ReadAsStringAsync(Never));

        clock.Set(accepted);
        using var after = await Get(edgar, Path);
        Assert.Equal(await File.ReadAllBytesAsync(System.IO.Path.Combine(Folder, "0000855654-21-900014.txt"), Never), await after.Content.ReadAsByteArrayAsync(Never));
        Assert.Contains("0000855654-21-900014", await (await Get(edgar, List)).Content.ReadAsStringAsync(Never));
    }

    [Fact]
    public async Task Company_is_listed_with_no_filings_before_its_first()
    {
        await using var edgar = await Start(new ManualTime(new DateTimeOffset(2000, 5, 4, 0, 0, 0, TimeSpan.Zero)));
        using var json = await Json(edgar, List);

        Assert.Equal(0, json.RootElement.GetProperty("filings").GetProperty("recent").GetProperty("form").GetArrayLength());
    }

    [Fact]
    public async Task Older_filings_stand_on_pages_that_the_list_names()
    {
        await using var edgar = await Start(options: new StandInEdgarOptions { RecentFilings = 7 });
        using var json = await Json(edgar, List);

        var filings = json.RootElement.GetProperty("filings");
        var listed = Column(filings.GetProperty("recent"), "accessionNumber");
        Assert.Equal(7, listed.Count);
        foreach (var page in filings.GetProperty("files").EnumerateArray())
        {
            using var older = await Json(edgar, "/submissions/" + page.GetProperty("name").GetString());
            var accessions = Column(older.RootElement, "accessionNumber");
            Assert.Equal(page.GetProperty("filingCount").GetInt32(), accessions.Count);
            listed.AddRange(accessions);
        }

        Assert.Equal(edgar.AcceptanceTimes.Count, listed.Distinct().Count());
        using var beyond = await Get(edgar, "/submissions/CIK0000855654-submissions-099.json");
        Assert.Equal(HttpStatusCode.NotFound, beyond.StatusCode);
    }

    [Theory]
    [InlineData("/submissions/CIK0000000001.json")]
    [InlineData("/submissions/CIK855654.json")]
    [InlineData("/Archives/edgar/data/855654/000085565421999999/0000855654-21-999999.txt")]
    [InlineData("/")]
    public async Task Anything_else_is_not_found(string path)
    {
        await using var edgar = await Start();
        using var response = await Get(edgar, path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Unchanged_list_is_not_sent_twice()
    {
        var clock = new ManualTime(DateTimeOffset.UnixEpoch);
        await using var edgar = await Start(clock);
        clock.Set(edgar.AcceptanceTimes[1]);
        using var first = await Get(edgar, List);

        using var byTag = await Get(edgar, List, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        using var byDate = await Get(edgar, List, request => request.Headers.IfModifiedSince = first.Content.Headers.LastModified);
        clock.Set(edgar.AcceptanceTimes[2]);
        using var later = await Get(edgar, List, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));

        Assert.Equal(
            [HttpStatusCode.NotModified, HttpStatusCode.NotModified, HttpStatusCode.OK],
            [byTag.StatusCode, byDate.StatusCode, later.StatusCode]);
        Assert.Equal([false, true, true, true], edgar.Requests.Select(r => r.Conditional));
        Assert.Equal([200, 304, 304, 200], edgar.Requests.Select(r => r.Status));
    }

    [Fact]
    public async Task Gzip_is_sent_to_who_asks_for_it()
    {
        await using var edgar = await Start();
        using var plain = await Get(edgar, List);
        using var zipped = await Get(edgar, List, request => request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip")));

        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal(["gzip"], zipped.Content.Headers.ContentEncoding);
        await using var body = new GZipStream(await zipped.Content.ReadAsStreamAsync(Never), CompressionMode.Decompress);
        using var text = new StreamReader(body);
        Assert.Equal(await plain.Content.ReadAsStringAsync(Never), await text.ReadToEndAsync(Never));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Mozilla/5.0")]
    [InlineData("Alerts @ home")]
    public async Task Who_gives_no_contact_address_is_refused(string agent)
    {
        await using var edgar = await Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(edgar.BaseAddress, List));
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        using var response = await _http.SendAsync(request, Never);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("<title>SEC.gov | Your Request Originates from an Undeclared Automated Tool</title>", await response.Content.ReadAsStringAsync(Never));
    }

    [Fact]
    public async Task More_than_ten_requests_in_a_second_are_refused_for_ten_minutes()
    {
        await using var edgar = await Start();
        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.OK, (await Get(edgar, List)).StatusCode);
        using var eleventh = await Get(edgar, List);
        _rateClock.Advance(TimeSpan.FromMinutes(9));
        using var tooEarly = await Get(edgar, List);
        _rateClock.Advance(TimeSpan.FromMinutes(1));
        using var again = await Get(edgar, List);

        Assert.Equal(HttpStatusCode.Forbidden, eleventh.StatusCode);
        Assert.Contains("Request Rate Threshold Exceeded", await eleventh.Content.ReadAsStringAsync(Never));
        Assert.Equal(HttpStatusCode.Forbidden, tooEarly.StatusCode);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Ten_requests_in_every_second_may_go_on()
    {
        await using var edgar = await Start();
        for (var i = 0; i < 40; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await Get(edgar, List)).StatusCode);
            _rateClock.Advance(TimeSpan.FromMilliseconds(100));
        }
    }

    [Fact]
    public async Task Scripted_answers_come_once_each_and_in_order()
    {
        await using var edgar = await Start();
        edgar.Script(List, ScriptedAnswer.WithStatus(503, "busy"), ScriptedAnswer.RetryAfter(429, TimeSpan.FromMinutes(3)), ScriptedAnswer.TrafficLimit());

        using var busy = await Get(edgar, List);
        using var limited = await Get(edgar, List);
        using var blocked = await Get(edgar, List);
        using var well = await Get(edgar, List);

        Assert.Equal([503, 429, 403, 200], edgar.Requests.Select(r => r.Status));
        Assert.Equal("busy", await busy.Content.ReadAsStringAsync(Never));
        Assert.Equal(TimeSpan.FromMinutes(3), limited.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task Broken_gzip_cannot_be_unpacked_to_its_end()
    {
        await using var edgar = await Start();
        edgar.Script(List, ScriptedAnswer.BrokenGzip());
        using var response = await Get(edgar, List);

        await using var body = new GZipStream(await response.Content.ReadAsStreamAsync(Never), CompressionMode.Decompress);
        using var text = new StreamReader(body, Encoding.UTF8);
        string read;
        try
        {
            read = await text.ReadToEndAsync(Never);
        }
        catch (InvalidDataException)
        {
            return;
        }

        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(read));
    }

    [Fact]
    public async Task Aborted_answer_ends_in_an_error()
    {
        await using var edgar = await Start();
        edgar.Script(List, ScriptedAnswer.Abort());

        await Assert.ThrowsAsync<HttpRequestException>(() => Get(edgar, List));
        using var well = await Get(edgar, List);
        Assert.Equal(HttpStatusCode.OK, well.StatusCode);
    }

    [Fact]
    public async Task Folder_without_submissions_is_named_in_the_error()
    {
        var empty = Directory.CreateTempSubdirectory("alerts-test-");
        try
        {
            var error = await Assert.ThrowsAsync<InvalidDataException>(() => StandInEdgar.StartAsync(empty.FullName, TimeProvider.System, Never));
            Assert.Contains(empty.FullName, error.Message);
            await File.WriteAllTextAsync(Path.Combine(empty.FullName, "letter.txt"), "Dear reader", Never);
            error = await Assert.ThrowsAsync<InvalidDataException>(() => StandInEdgar.StartAsync(empty.FullName, TimeProvider.System, Never));
            Assert.Contains("letter.txt is no full EDGAR submission", error.Message);
        }
        finally
        {
            empty.Delete(recursive: true);
        }
    }

    private Task<StandInEdgar> Start(TimeProvider? clock = null, StandInEdgarOptions? options = null) =>
        StandInEdgar.StartAsync(Folder, clock ?? new ManualTime(Today), (options ?? new StandInEdgarOptions()) with { RateClock = _rateClock }, Never);

    private async Task<HttpResponseMessage> Get(StandInEdgar edgar, string path, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(edgar.BaseAddress, path));
        request.Headers.TryAddWithoutValidation("User-Agent", Contact);
        change?.Invoke(request);
        return await _http.SendAsync(request, Never);
    }

    private async Task<JsonDocument> Json(StandInEdgar edgar, string path)
    {
        using var response = await Get(edgar, path);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Never));
    }

    private static List<string?> Column(JsonElement columns, string name) =>
        [.. columns.GetProperty(name).EnumerateArray().Select(value => value.GetString())];
}
