using System.Diagnostics;
using Alerts.Extraction;
using Alerts.Filings;

namespace Alerts.Benchmarks;

/// <summary>Bytes per second, warm, on one core: what the project promises. The best round counts, as others may share the machine.</summary>
internal static class Rates
{
    // The runtime compiles a method for good only after it has seen it work for a while.
    private const int RoundsWithoutGain = 8;

    private static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(15);

    /// <summary>Prints the rates of reading, of everything, and of filings from 10 KB to 10 MB.</summary>
    /// <param name="folders">Folders of submissions; none for what <see cref="Filings.All"/> finds.</param>
    public static void Print(IReadOnlyList<string> folders)
    {
        var filings = folders.Count > 0 ? [.. folders.SelectMany(Filings.Read)] : Filings.All();
        Console.WriteLine($"{filings.Count} submissions, {Megabytes(filings):0.0} MB");
        Print("reading and items", filings, bytes => FilingReader.Read(bytes));
        Print("reading and extraction", filings, bytes => FilingExtractor.Extract(FilingReader.Read(bytes)));
        foreach (var size in new[] { 10_000, 100_000, 1_000_000, 10_000_000 })
        {
            var generated = Enumerable.Repeat(Filings.Generate(size), Math.Max(1, 2_000_000 / size)).ToList();
            Print($"one filing of {size / 1000:N0} KB, reading", generated, bytes => FilingReader.Read(bytes));
            Print($"one filing of {size / 1000:N0} KB, all", generated, bytes => FilingExtractor.Extract(FilingReader.Read(bytes)));
        }
    }

    private static void Print(string what, IReadOnlyList<byte[]> filings, Action<byte[]> work)
    {
        var best = TimeSpan.MaxValue;
        var clock = Stopwatch.StartNew();
        for (var idle = 0; idle < RoundsWithoutGain && clock.Elapsed < LongestTime; idle++)
        {
            // Processor time of the process, so that waiting for a busy machine does not count.
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            foreach (var filing in filings)
                work(filing);
            var taken = Process.GetCurrentProcess().TotalProcessorTime - before;
            if (taken * 1.02 < best)
                idle = 0;
            best = taken < best ? taken : best;
        }

        Console.WriteLine($"{what,-36} {Megabytes(filings) / best.TotalSeconds,6:0.0} MB/s");
    }

    private static double Megabytes(IReadOnlyList<byte[]> filings) => filings.Sum(filing => (long)filing.Length) / 1e6;
}
