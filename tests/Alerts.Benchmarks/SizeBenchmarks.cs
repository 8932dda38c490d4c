using Alerts.Extraction;
using Alerts.Filings;
using BenchmarkDotNet.Attributes;

namespace Alerts.Benchmarks;

/// <summary>One filing of growing size: the time of a byte stays within twice the best.</summary>
[MemoryDiagnoser]
[Config(typeof(InProcess))]
public class SizeBenchmarks
{
    private byte[] _filing = [];

    [Params(10_000, 100_000, 1_000_000, 10_000_000)]
    public int Bytes { get; set; }

    [GlobalSetup]
    public void Generate() => _filing = Filings.Generate(Bytes);

    [Benchmark]
    public int Reading() => FilingReader.Read(_filing).Documents.Count;

    [Benchmark]
    public int Everything() => FilingExtractor.Extract(FilingReader.Read(_filing)).DataPoints.Count;
}
