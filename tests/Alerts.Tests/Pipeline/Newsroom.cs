using System.Globalization;
using System.Text;
using Alerts.Delivery;
using Alerts.Local;
using Alerts.Pipeline;
using Alerts.Subscriptions;
using Alerts.Tests.Delivery;
using Alerts.Tests.Local.Storage;

namespace Alerts.Tests.Pipeline;

/// <summary>
/// A machine that watches two made-up companies from Monday, 16 November 2026, on. They file twice on Tuesday and once on Thursday (Alder) and once
/// on Tuesday (Birch); every filing says something new.
/// </summary>
internal sealed class Newsroom : IAsyncDisposable
{
    public const string Alder = "0001999001";
    public const string Birch = "0001999002";
    public const string AlderMorning = "0001999001-26-000001";
    public const string AlderEvening = "0001999001-26-000002";
    public const string AlderThursday = "0001999001-26-000003";
    public const string BirchEvening = "0001999002-26-000001";

    private readonly TempFolder samples;

    private Newsroom(TempFolder samples, Machine machine) => (this.samples, Machine) = (samples, machine);

    public Machine Machine { get; }

    public static async Task<Newsroom> OpenAsync()
    {
        var samples = new TempFolder();
        Write(AlderMorning, "2026-11-17 07:01", "Alder Bio, Inc.", "Alder expects to report top-line data from the Phase 3 ALDER-1 trial of aldertinib in the first quarter of 2027.");
        Write(AlderEvening, "2026-11-17 16:05", "Alder Bio, Inc.", "The objective response rate was 42% (95% CI: 31, 53) in 88 patients in the ALDER-2 trial of aldertinib.");
        Write(BirchEvening, "2026-11-17 16:30", "Birch Medicines Corp.", "Birch expects revenue for 2027 between $75 million and $85 million.");
        Write(AlderThursday, "2026-11-19 08:00", "Alder Bio, Inc.", "Alder now expects to report top-line data from the Phase 3 ALDER-1 trial of aldertinib in the third quarter of 2027.");
        var machine = await Machine.StartAsync("2026-11-16", samples: samples.Path);
        await machine.WatchAsync(Alder);
        await machine.WatchAsync(Birch);
        await machine.WorkAsync();
        return new Newsroom(samples, machine);

        void Write(string accession, string accepted, string company, string sentence) =>
            File.WriteAllText(samples[accession + ".txt"], Submission(accession, DateTime.Parse(accepted, CultureInfo.InvariantCulture), company, sentence));
    }

    /// <summary>A reader of all companies.</summary>
    public async Task<Subscriber> SubscribeAsync(Cadence cadence, string address = "reader@example.com", SubscriptionRule? rule = null)
    {
        var subscriber = Subscriber.ForEmail(address, Machine.Clock.GetUtcNow()) with { State = SubscriberState.Confirmed, Cadence = cadence, Rule = rule ?? new() };
        await Machine.Get<SubscriberStore>().AddAsync(subscriber, Machine.Never);
        return subscriber;
    }

    /// <summary>Lets the time come, polls, and delivers all that is due: "2026-11-18 00:20" is in UTC.</summary>
    public async Task ComeAsync(params string[] moments)
    {
        foreach (var moment in moments)
        {
            Machine.Clock.Set(Moment(moment));
            await Machine.WorkAsync();
        }
    }

    /// <summary>Tuesday's filings, each polled by itself.</summary>
    public Task TuesdayAsync() => ComeAsync("2026-11-17 12:05", "2026-11-17 21:10", "2026-11-17 21:35");

    /// <summary>Works off the queues.</summary>
    public Task DrainAsync() => Machine.Get<Worker>().DrainAsync(new Machine.Silent(), Machine.Never);

    /// <summary>The outbox in the order in which it was written.</summary>
    public async Task<List<Mail>> MailsAsync()
    {
        var mails = new List<Mail>();
        foreach (var file in Machine.Mails)
        {
            var eml = Eml.Parse(await File.ReadAllTextAsync(file, Encoding.ASCII));
            mails.Add(new Mail(eml["Subject"], eml["To"], eml["Message-ID"], eml.Parts()[0].Text.Replace("\r\n", "\n", StringComparison.Ordinal)));
        }

        return mails;
    }

    /// <summary>Exchanges words of an archived filing for others of the same length, which the store does not notice.</summary>
    public async Task RewriteAsync(string company, string accession, string old, string words)
    {
        var file = Path.Combine(Machine.Folder, "blobs", FilingArchive.Container, company, accession + ".txt");
        var text = await File.ReadAllTextAsync(file, Encoding.Latin1);
        Assert.Contains(old, text, StringComparison.Ordinal);
        Assert.Equal(old.Length, words.Length);
        await File.WriteAllTextAsync(file, text.Replace(old, words, StringComparison.Ordinal), Encoding.Latin1);
    }

    public Task<DeliveryEntry?> EntryAsync(string company, string accession, Subscriber subscriber) =>
        Machine.Get<DeliveryLog>().GetAsync(new DeliveryKey(new Occasion(company, accession).ToString(), subscriber.Id), Machine.Never);

    public Task<DeliveryEntry?> DigestAsync(string day, Subscriber subscriber) =>
        Machine.Get<DeliveryLog>().GetAsync(new DeliveryKey(DigestName.Of(DateOnly.Parse(day, CultureInfo.InvariantCulture)), subscriber.Id), Machine.Never);

    public async Task<int> WaitingAsync()
    {
        var waiting = 0;
        await foreach (var one in Machine.Get<CollectedNews>().ListAsync(Machine.Never))
            waiting += one.Count;
        return waiting;
    }

    public static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text + "Z", CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await Machine.DisposeAsync();
        samples.Dispose();
    }

    /// <summary>What a reader finds in the inbox; the text is the plain one.</summary>
    internal sealed record Mail(string Subject, string To, string MessageId, string Text);

    private static string Submission(string accession, DateTime accepted, string company, string sentence) => $"""
        <SEC-DOCUMENT>{accession}.txt : {accepted:yyyyMMdd}
        <SEC-HEADER>{accession}.hdr.sgml : {accepted:yyyyMMdd}
        <ACCEPTANCE-DATETIME>{accepted:yyyyMMddHHmmss}
        ACCESSION NUMBER:		{accession}
        CONFORMED SUBMISSION TYPE:	8-K
        PUBLIC DOCUMENT COUNT:		2
        CONFORMED PERIOD OF REPORT:	{accepted:yyyyMMdd}
        ITEM INFORMATION:		Other Events
        FILED AS OF DATE:		{accepted:yyyyMMdd}

        FILER:

        	COMPANY DATA:
        		COMPANY CONFORMED NAME:			{company}
        		CENTRAL INDEX KEY:			{accession[..10]}

        	FILING VALUES:
        		FORM TYPE:		8-K
        </SEC-HEADER>
        <DOCUMENT>
        <TYPE>8-K
        <SEQUENCE>1
        <FILENAME>form8k.htm
        <TEXT>
        <html><body><p>Item 8.01 Other Events</p><p>{company} issued a press release, which is Exhibit 99.1.</p></body></html>
        </TEXT>
        </DOCUMENT>
        <DOCUMENT>
        <TYPE>EX-99.1
        <SEQUENCE>2
        <FILENAME>ex991.htm
        <TEXT>
        <html><body><p>{company} provides an update</p><p>{sentence}</p></body></html>
        </TEXT>
        </DOCUMENT>
        </SEC-DOCUMENT>

        """;
}
