using Alerts.Delivery.Email;
using Alerts.Local.Demo;
using Alerts.Pipeline;
using Alerts.Records;

namespace Alerts.Tests.Local.Demo;

/// <summary>The demo without waiting for the SEC's pace, for tests; as a child process it reports each thing that happened.</summary>
internal static class DemoWork
{
    public static DemoOptions In(string folder) =>
        new() { Data = folder, Samples = Path.Combine(Corpus.Root, "samples"), RequestsPerSecond = 10_000 };

    /// <summary>Runs the demo in a folder as a child process.</summary>
    public static async Task RunAsync(string[] arguments)
    {
        await using var demo = await DemoRun.OpenAsync(In(arguments[0]), new Lines(), CancellationToken.None);
        await demo.RunAsync(CancellationToken.None);
    }

    /// <summary>Runs the demo in a folder to its end.</summary>
    public static async Task<(int Filings, int Mails)> RunAsync(string folder)
    {
        var watch = new Counter();
        await using var demo = await DemoRun.OpenAsync(In(folder), watch, CancellationToken.None);
        await demo.RunAsync(CancellationToken.None);
        Assert.Empty(demo.Refused);
        return (watch.Filings, watch.Mails);
    }

    private sealed class Counter : IDemoWatch
    {
        public int Filings { get; private set; }

        public int Mails { get; private set; }

        public void Archived(FilingKey filing) => Filings++;

        public void Parsed(ParseReport report)
        {
        }

        public void Lapsed(Change change)
        {
        }

        public void Mailed(EmailMessage message) => Mails++;

        public void Failed(string reason) => Assert.Fail(reason);
    }

    private sealed class Lines : IDemoWatch
    {
        public void Archived(FilingKey filing) => Console.Out.WriteLine($"archived {filing.Name}");

        public void Parsed(ParseReport report) => Console.Out.WriteLine($"parsed {report.Filing.Key.Name}");

        public void Lapsed(Change change) => Console.Out.WriteLine($"lapsed {change.Id}");

        public void Mailed(EmailMessage message) => Console.Out.WriteLine($"mailed {message.Id}");

        public void Failed(string reason) => Console.Error.WriteLine(reason);
    }
}
