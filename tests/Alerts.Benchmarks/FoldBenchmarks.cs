using Alerts.History;
using Alerts.Local.Storage;
using Alerts.Records;
using BenchmarkDotNet.Attributes;

namespace Alerts.Benchmarks;

/// <summary>
/// Recording one filing of a company of which so much was said before: time stays within 1.5 times, and memory does not grow. The
/// filing always moves ten windows; one that changes nothing costs half as much, whatever came before.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(InProcessOneByOne))]
public class FoldBenchmarks
{
    private const string Cik = "0000123456";
    private const int Programs = 100;
    private const int FilingsBetweenMoves = 8;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "alerts-fold-" + Guid.NewGuid().ToString("N"));
    private LocalStorage? _storage;
    private HistoryStore? _history;
    private int _next;

    [Params(10, 1_000, 100_000)]
    public int Earlier { get; set; }

    [GlobalSetup]
    public async Task Record()
    {
        Directory.CreateDirectory(_folder);
        _storage = LocalStorage.Open(_folder, TimeProvider.System);
        _history = new HistoryStore(_storage.Tables);

        // Another company first, so that the smallest history does not pay for the compiler.
        for (var filing = 0; filing < 400; filing++)
            await _history.RecordAsync(Filing(filing, 10), "0000654321", CancellationToken.None);
        for (var (told, filing) = (0, 0); told < Earlier; filing++)
        {
            var count = Math.Min(Programs, Earlier - told);
            await _history.RecordAsync(Filing(filing, count), Cik, CancellationToken.None);
            told += count;
            _next = (filing / FilingsBetweenMoves * FilingsBetweenMoves) + FilingsBetweenMoves;
        }
    }

    [Benchmark]
    public async Task<int> Fold() => (await _history!.RecordAsync(Filing(_next, 10), Cik, CancellationToken.None)).Count;

    [IterationCleanup]
    public void Remove() => _history!.RemoveAsync(Cik, FilingRef.NameOf(Filing(_next, 10)), CancellationToken.None).GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Delete()
    {
        _storage?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // A quarter's filing: of each program the window of its data, which moves with every eighth filing.
    private static ParsedFiling Filing(int number, int statements)
    {
        var at = new DateTimeOffset(2000, 1, 3, 16, 0, 0, TimeSpan.Zero).AddDays(number * 8);
        return new ParsedFiling
        {
            Filing = new FilingFacts { Accession = $"0000123456-00-{number:000000}", Cik = Cik, Form = "8-K", FiledAt = at, Items = ["8.01"] },
            Guidance = [.. Enumerable.Range(0, statements).Select(program => Window(program, at, number / FilingsBetweenMoves))],
        };
    }

    private static Milestone Window(int program, DateTimeOffset at, int moves)
    {
        var from = new DateOnly(at.Year + 1, 1 + (3 * ((program + moves) % 4)), 1);
        return new Milestone
        {
            Code = MilestoneCode.ToplineData,
            Status = MilestoneStatus.Planned,
            Program = $"LKB-{program:000}",
            When = $"the quarter that begins in {from:yyyy-MM}",
            From = from,
            To = from.AddMonths(3).AddDays(-1),
            Quote = $"Data of LKB-{program:000} are expected in the quarter that begins in {from:yyyy-MM}.",
            Document = "EX-99.1",
            Start = 100 * program,
        };
    }
}
