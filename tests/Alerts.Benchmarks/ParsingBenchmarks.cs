using Alerts.Extraction;
using Alerts.Filings;
using BenchmarkDotNet.Attributes;

namespace Alerts.Benchmarks;

/// <summary>Reading alone, and everything, over all filings that there are.</summary>
[MemoryDiagnoser]
[Config(typeof(InProcess))]
public class ParsingBenchmarks
{
    private readonly IReadOnlyList<byte[]> _filings = Filings.All();
    private readonly List<ReadFiling> _read;

    public ParsingBenchmarks() => _read = [.. _filings.Select(bytes => FilingReader.Read(bytes))];

    [Benchmark]
    public int Reading() => _filings.Sum(bytes => FilingReader.Read(bytes).Documents.Count);

    [Benchmark]
    public int Extraction() => _read.Sum(filing => FilingExtractor.Extract(filing).DataPoints.Count);

    [Benchmark]
    public int Everything() => _filings.Sum(bytes => FilingExtractor.Extract(FilingReader.Read(bytes)).DataPoints.Count);
}
