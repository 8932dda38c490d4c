using System.Security.Cryptography;
using System.Text;
using Alerts.Delivery;
using Alerts.Delivery.MailEvents;
using Alerts.Local.Storage;
using Alerts.Subscriptions;
using Alerts.Tests.Local.Storage;
using Microsoft.AspNetCore.Http;

namespace Alerts.Tests.Delivery.MailEvents;

public sealed class MailEventTests : IDisposable
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly long Second = AlertSamples.Created.AddMinutes(5).ToUnixTimeSeconds();

    private readonly TempFolder folder = new();
    private readonly ManualTime time = new(AlertSamples.Created.AddMinutes(10));
    private readonly ECDsa signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly LocalStorage storage;
    private readonly DeliveryLog log;
    private readonly SubscriberStore subscribers;

    public MailEventTests()
    {
        storage = LocalStorage.Open(folder.Path, time);
        log = new(storage.Tables);
        subscribers = new(storage.Tables);
    }

    public void Dispose()
    {
        signer.Dispose();
        storage.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Arrival_is_written_down_on_the_delivery()
    {
        var key = await SendAsync(DeliveryState.Sent);

        await PostAsync(Event(key, "delivered"));

        Assert.Equal((DeliveryState.Sent, DateTimeOffset.FromUnixTimeSeconds(Second)), await EntryAsync(key, entry => (entry.State, entry.Delivered!.Value)));
        Assert.Equal(SubscriberState.Confirmed, (await ReaderAsync()).State);
    }

    [Fact]
    public async Task Mail_that_arrived_is_not_sent_again_after_a_crash_before_it_was_written_down()
    {
        var key = await SendAsync(DeliveryState.Pending);

        await PostAsync(Event(key, "delivered"));

        Assert.Equal(DeliveryState.Sent, await EntryAsync(key, entry => entry.State));
    }

    [Theory]
    [InlineData("\"event\":\"bounce\",\"type\":\"bounce\",\"reason\":\"550 5.1.1 No such mailbox\"", "the mail came back: 550 5.1.1 No such mailbox")]
    [InlineData("\"event\":\"bounce\",\"reason\":\"550\"", "the mail came back")]
    [InlineData("\"event\":\"dropped\",\"reason\":\"Bounced Address\"", "no longer sent: Bounced Address")]
    [InlineData("\"event\":\"dropped\",\"reason\":\"Spam Reporting Address\"", "Spam Reporting Address")]
    [InlineData("\"event\":\"dropped\",\"reason\":\"Unsubscribed Address\"", "Unsubscribed Address")]
    [InlineData("\"event\":\"dropped\",\"reason\":\"Invalid\"", "Invalid")]
    [InlineData("\"event\":\"spamreport\"", "called a mail spam")]
    [InlineData("\"event\":\"unsubscribe\"", "unsubscribed there")]
    public async Task Who_cannot_be_reached_or_does_not_want_mail_is_mailed_no_more(string happened, string reason)
    {
        var key = await SendAsync(DeliveryState.Sent);

        await PostAsync($"{{{happened},\"email\":\"reader@example.com\",\"timestamp\":{Second},\"delivery\":\"{key}\"}}");

        var reader = await ReaderAsync();
        Assert.Equal((SubscriberState.Unsubscribed, true), (reader.State, reader.IsSuppressed));
        Assert.StartsWith("SendGrid reported on 2022-08-03: ", reader.StateReason, StringComparison.Ordinal);
        Assert.Contains(reason, reader.StateReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_one_group_leaves_and_may_come_back()
    {
        var key = await SendAsync(DeliveryState.Sent);

        await PostAsync(Event(key, "group_unsubscribe"));

        var reader = await ReaderAsync();
        Assert.Equal((SubscriberState.Unsubscribed, false), (reader.State, reader.IsSuppressed));
    }

    [Theory]
    [InlineData("\"event\":\"bounce\",\"type\":\"blocked\",\"reason\":\"421 try later\"")]
    [InlineData("\"event\":\"dropped\",\"reason\":\"Recipient List over Package Quota\"")]
    [InlineData("\"event\":\"dropped\",\"reason\":\"Invalid SMTPAPI header\"")]
    [InlineData("\"event\":\"dropped\",\"reason\":\"Spam Content (if Spam Checker app is enabled)\"")]
    [InlineData("\"event\":\"dropped\"")]
    public async Task Failure_that_is_not_the_addresss_fails_the_delivery_only(string happened)
    {
        var key = await SendAsync(DeliveryState.Sent);

        await PostAsync($"{{{happened},\"email\":\"reader@example.com\",\"timestamp\":{Second},\"delivery\":\"{key}\"}}");

        Assert.Equal(DeliveryState.Failed, await EntryAsync(key, entry => entry.State));
        Assert.Equal(SubscriberState.Confirmed, (await ReaderAsync()).State);
    }

    [Theory]
    [InlineData("processed")]
    [InlineData("deferred")]
    [InlineData("open")]
    [InlineData("click")]
    [InlineData("group_resubscribe")]
    [InlineData("account_status_change")]
    public async Task Everything_else_changes_nothing(string name)
    {
        var key = await SendAsync(DeliveryState.Sent);
        var before = await EntryAsync(key, entry => entry.ETag);

        var report = await PostAsync(Event(key, name));

        Assert.Equal((0, 0, 0), (report.Delivered, report.Failed, report.Left));
        Assert.Equal(name == "account_status_change" ? 1 : 0, report.Unknown);
        Assert.Equal(before, await EntryAsync(key, entry => entry.ETag));
    }

    [Fact]
    public async Task Batch_posted_again_changes_nothing_and_keeps_the_first_reason()
    {
        var key = await SendAsync(DeliveryState.Sent);
        string[] batch = [Event(key, "delivered"), Event(key, "spamreport"), Event(key, "unsubscribe"), "17", "{}", Event(new("elsewhere", "abcdefgh2345"), "bounce")];
        var first = await PostAsync(batch);
        var (entry, reader) = (await log.GetAsync(key, Never), await ReaderAsync());

        var second = await PostAsync(batch);

        Assert.Equal((6, 1, 0, 1, 2), (first.Events, first.Delivered, first.Failed, first.Left, first.Unknown));
        Assert.Equal((6, 0, 0, 0, 2), (second.Events, second.Delivered, second.Failed, second.Left, second.Unknown));
        Assert.Equal(entry!.ETag, (await log.GetAsync(key, Never))!.ETag);
        Assert.Equal(reader.StateReason, (await ReaderAsync()).StateReason);
        Assert.Contains("spam", reader.StateReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bounce_that_comes_late_without_a_mark_is_known_by_the_address()
    {
        await SendAsync(DeliveryState.Sent);

        await PostAsync($$"""{"event":"bounce","email":"Reader@Example.com","timestamp":{{Second}}}""");

        Assert.True((await ReaderAsync()).IsSuppressed);
    }

    [Fact]
    public async Task Mail_of_another_sender_of_the_account_says_nothing_of_groups_here()
    {
        await SendAsync(DeliveryState.Sent);

        await PostAsync(
            $$"""{"event":"group_unsubscribe","email":"reader@example.com","timestamp":{{Second}}}""",
            $$"""{"event":"group_unsubscribe","email":"reader@example.com","timestamp":{{Second}},"delivery":"order #17/abc"}""");

        Assert.Equal(SubscriberState.Confirmed, (await ReaderAsync()).State);
    }

    [Fact]
    public async Task What_happened_before_the_latest_confirmation_is_past()
    {
        var key = await SendAsync(DeliveryState.Sent);
        await subscribers.UpdateAsync(key.SubscriberId, reader => reader with { Confirmed = DateTimeOffset.FromUnixTimeSeconds(Second).AddMinutes(2) }, Never);

        await PostAsync(Event(key, "spamreport"));

        Assert.Equal(SubscriberState.Confirmed, (await ReaderAsync()).State);
    }

    [Fact]
    public async Task Complaint_about_a_confirmation_mail_withdraws_the_request()
    {
        var key = await SendAsync(DeliveryState.Sent);
        await subscribers.UpdateAsync(key.SubscriberId, reader => reader with { State = SubscriberState.Pending, Request = new() { At = AlertSamples.Created } }, Never);

        await PostAsync(Event(key, "spamreport"));

        Assert.Equal((SubscriberState.Unsubscribed, true, null), ((await ReaderAsync()).State, (await ReaderAsync()).IsSuppressed, (await ReaderAsync()).Request));
    }

    [Fact]
    public async Task Only_what_SendGrid_signed_lately_is_read()
    {
        var key = await SendAsync(DeliveryState.Sent);
        var body = $"[{Event(key, "spamreport")}]";
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = time.GetUtcNow();

        Assert.Equal(401, await StatusAsync(Request(body, now, stranger)));
        Assert.Equal(401, await StatusAsync(Request(body, now - EventSignature.Oldest - TimeSpan.FromSeconds(1), signer)));
        Assert.Equal(401, await StatusAsync(Request(body, now + EventSignature.Ahead + TimeSpan.FromSeconds(1), signer)));
        Assert.Equal(401, await StatusAsync(new DefaultHttpContext().Request));
        Assert.Equal(413, await StatusAsync(Request(new string(' ', TakeMailEvents.LongestBatch) + body, now, signer)));
        Assert.Equal(404, (await Take(key: null).RunAsync(Request(body, now, signer), Never)).Status);
        foreach (var wrong in new[] { "", "{}", "[", "\0", new string('[', 100) })
            Assert.Equal(400, await StatusAsync(Request(wrong, now, signer)));
        Assert.Equal(SubscriberState.Confirmed, (await ReaderAsync()).State);

        Assert.Equal(204, await StatusAsync(Request(body, now, signer)));
        Assert.Equal(SubscriberState.Unsubscribed, (await ReaderAsync()).State);
    }

    [Theory]
    [InlineData("""{"event":17,"email":null,"timestamp":"x"}""")]
    [InlineData("""{"event":"bounce","timestamp":1e300}""")]
    [InlineData("""{"event":"bounce","email":"","timestamp":-1}""")]
    [InlineData("""{"event":"delivered","delivery":"a/b/c"}""")]
    [InlineData("""{"event":"delivered","delivery":"/"}""")]
    [InlineData("""{"event":"unsubscribe","email":"nobody@example.com","timestamp":99999999999999}""")]
    public async Task Event_that_makes_no_sense_is_no_error(string happened) => Assert.Equal(0, (await PostAsync(happened)).Left);

    private async Task<DeliveryKey> SendAsync(DeliveryState state)
    {
        var reader = AlertSamples.Reader("reader@example.com") with { Created = AlertSamples.Created };
        await subscribers.AddAsync(reader, Never);
        var key = new DeliveryKey("0000855654:0000855654-22-000042", reader.Id);
        await log.AddAsync(new() { Key = key, ChangeIds = [], Created = AlertSamples.Created, State = state, Attempts = 1 }, Never);
        return key;
    }

    private async Task<MailEventReport> PostAsync(params string[] events)
    {
        var (status, report) = await Take(signer).RunAsync(Request($"[{string.Join(',', events)}]", time.GetUtcNow(), signer), Never);
        Assert.Equal(204, status);
        return report!;
    }

    private async Task<int> StatusAsync(HttpRequest request) => (await Take(signer).RunAsync(request, Never)).Status;

    private TakeMailEvents Take(ECDsa? key)
    {
        EventSignature? signature = null;
        if (key is not null)
            Assert.True(EventSignature.TryParse(Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()), out signature));
        return new(new HandleMailEvents(log, subscribers), new MailEventOptions { Key = signature }, time);
    }

    private static HttpRequest Request(string body, DateTimeOffset at, ECDsa key)
    {
        var timestamp = $"{at.ToUnixTimeSeconds()}";
        var bytes = Encoding.UTF8.GetBytes(body);
        var request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(bytes);
        request.Headers[EventSignature.TimestampHeader] = timestamp;
        request.Headers[EventSignature.SignatureHeader] = Convert.ToBase64String(
            key.SignData([.. Encoding.UTF8.GetBytes(timestamp), .. bytes], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        return request;
    }

    private async Task<Subscriber> ReaderAsync() => (await subscribers.GetAsync(Subscriber.IdOfEmail("reader@example.com"), Never))!;

    private async Task<T> EntryAsync<T>(DeliveryKey key, Func<DeliveryEntry, T> part) => part((await log.GetAsync(key, Never))!);

    private static string Event(DeliveryKey key, string name) =>
        $$"""{"email":"reader@example.com","event":"{{name}}","timestamp":{{Second}},"delivery":"{{key}}","pool":{"id":1},"category":["alerts"]}""";
}
