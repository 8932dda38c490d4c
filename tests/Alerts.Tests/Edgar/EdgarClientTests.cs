using Alerts.Edgar;
using Alerts.Local.Demo;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alerts.Tests.Edgar;

public sealed class EdgarClientTests : IAsyncLifetime
{
    private const string Cik = "0000855654";
    private const string Soraya = "0000855654-21-900014";
    private const string ListPath = "/submissions/CIK0000855654.json";
    private const string SorayaPath = "/Archives/edgar/data/855654/000085565421900014/0000855654-21-900014.txt";

    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly DemoClock clock = new(new DateTimeOffset(2024, 3, 1, 0, 0, 0, TimeSpan.Zero));
    private StandInEdgar server = null!;
    private EdgarClient client = null!;

    public async Task InitializeAsync()
    {
        var options = new StandInEdgarOptions { RequestsPerSecond = 10_000 };
        server = await StandInEdgar.StartAsync(Path.Combine(Corpus.Root, "samples"), clock, options, Never);
        client = Client();
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task List_is_asked_for_again_only_if_it_changed()
    {
        var (list, validators) = await client.ReadListAsync(Cik, Validators.None, Never);
        var (again, same) = await client.ReadListAsync(Cik, validators, Never);

        Assert.Equal(24, list!.Filings.Recent.CurrentReports.Count());
        Assert.Equal("0000855654-00-900001", list.Filings.Recent.CurrentReports.First().Accession);
        Assert.Null(again);
        Assert.Equal(validators, same);
        Assert.Equal([(false, 200), (true, 304)], server.Requests.Select(request => (request.Conditional, request.Status)));
    }

    [Fact]
    public async Task Submission_arrives_byte_for_byte_and_every_request_declares_who_asks()
    {
        var content = await client.ReadSubmissionAsync(Cik, Soraya, Never);

        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(Corpus.Root, "samples", Soraya + ".txt")), content.ToArray());
        Assert.Equal("Tests tests@example.com", Assert.Single(server.Requests).UserAgent);
    }

    [Fact]
    public async Task Server_errors_and_broken_bodies_are_tried_again()
    {
        server.Script(SorayaPath, ScriptedAnswer.WithStatus(503), ScriptedAnswer.BrokenGzip(), ScriptedAnswer.Abort());

        var content = await client.ReadSubmissionAsync(Cik, Soraya, Never);

        Assert.NotEqual(0, content.Length);
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task Tries_are_bounded_and_the_error_names_the_address_and_the_last_answer()
    {
        server.Script(SorayaPath, Enumerable.Repeat(ScriptedAnswer.WithStatus(500), 9));

        var error = await Assert.ThrowsAsync<EdgarException>(() => client.ReadSubmissionAsync(Cik, Soraya, Never));

        Assert.Contains(SorayaPath, error.Message, StringComparison.Ordinal);
        Assert.Contains("500", error.Message, StringComparison.Ordinal);
        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public async Task Submission_without_its_end_is_a_broken_body()
    {
        server.Script(SorayaPath, Enumerable.Repeat(ScriptedAnswer.WithStatus(200, $"<SEC-DOCUMENT>{Soraya}.txt\n<TYPE>8-K", "text/plain"), 5));

        var error = await Assert.ThrowsAsync<EdgarException>(() => client.ReadSubmissionAsync(Cik, Soraya, Never));

        Assert.Contains("ends before </SEC-DOCUMENT>", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_in_place_of_a_list_is_a_broken_body()
    {
        server.Script(ListPath, Enumerable.Repeat(ScriptedAnswer.WithStatus(200, "<html>maintenance</html>"), 5));

        var error = await Assert.ThrowsAsync<EdgarException>(() => client.ReadListAsync(Cik, Validators.None, Never));

        Assert.Contains("no JSON", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_not_tried_again()
    {
        await Assert.ThrowsAsync<EdgarException>(() => client.ReadSubmissionAsync(Cik, "0000855654-99-000001", Never));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Block_page_stops_everything_for_ten_minutes()
    {
        server.Script(ListPath, ScriptedAnswer.TrafficLimit());

        var stop = await Assert.ThrowsAsync<EdgarStopException>(() => client.ReadListAsync(Cik, Validators.None, Never));
        await Assert.ThrowsAsync<EdgarStopException>(() => client.ReadSubmissionAsync(Cik, Soraya, Never));

        Assert.Equal(clock.GetUtcNow().AddMinutes(10), stop.Until);
        Assert.Contains("Request Rate Threshold Exceeded", stop.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);

        clock.Set(stop.Until);
        await client.ReadSubmissionAsync(Cik, Soraya, Never);
    }

    [CorpusFact]
    public async Task Real_block_page_is_known()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Corpus.Folder!, "edgar-api", "errors", "rate-exceeded.html"));
        server.Script(ListPath, ScriptedAnswer.WithStatus(403, page));

        var stop = await Assert.ThrowsAsync<EdgarStopException>(() => client.ReadListAsync(Cik, Validators.None, Never));

        Assert.Contains("\"SEC.gov", stop.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_After_says_how_long_a_429_stops()
    {
        server.Script(ListPath, ScriptedAnswer.RetryAfter(429, TimeSpan.FromMinutes(37)));

        var stop = await Assert.ThrowsAsync<EdgarStopException>(() => client.ReadListAsync(Cik, Validators.None, Never));

        Assert.Equal(clock.GetUtcNow().AddMinutes(37), stop.Until);
    }

    [Fact]
    public async Task Ticker_is_looked_up_in_the_SECs_list()
    {
        Assert.Equal(Cik, await client.FindCompanyAsync("imgn", Never));
        Assert.Null(await client.FindCompanyAsync("NONE", Never));
    }

    [Theory]
    [InlineData("../CIK0000855654-submissions-001.json")]
    [InlineData("CIK0000000001-submissions-001.json")]
    [InlineData("CIK0000855654-submissions-001.json?x=1")]
    public async Task Name_of_an_older_page_that_leads_elsewhere_is_refused(string name)
    {
        await Assert.ThrowsAsync<EdgarException>(() => client.ReadOlderPageAsync(Cik, name, Never));

        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Company")]
    [InlineData("contact@example.com")]
    [InlineData("Company contact@localhost")]
    [InlineData("Company\r\nX: contact@example.com")]
    public void User_agent_without_name_and_address_is_refused(string userAgent) =>
        Assert.Contains("Company contact@example.com", Assert.Single(new EdgarOptions { UserAgent = userAgent }.Problems()), StringComparison.Ordinal);

    [Fact]
    public void User_agent_with_name_and_address_is_right() =>
        Assert.Empty(new EdgarOptions { UserAgent = "Example Fund filings@example.com" }.Problems());

    private EdgarClient Client()
    {
        var options = new EdgarOptions
        {
            UserAgent = "Tests tests@example.com",
            DataAddress = server.BaseAddress,
            ArchiveAddress = server.BaseAddress,
            RequestsPerSecond = 10_000,
            RetryDelay = TimeSpan.Zero,
        };
        return new EdgarClient(new HttpClient(EdgarClient.CreateHandler()), options, new EdgarPace(options.RequestsPerSecond, clock), clock, () => 0, NullLogger<EdgarClient>.Instance);
    }
}
