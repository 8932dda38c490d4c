using Alerts.History;
using Alerts.Records;
using FsCheck;
using FsCheck.Fluent;

namespace Alerts.Tests.History;

/// <summary>What holds for every history, whatever the filings.</summary>
public sealed class HistoryPropertyTests
{
    // One seed for all, so that a run on one machine is the run on every other.
    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(100).WithStartSize(6).WithEndSize(14)
        .WithReplay(new Replay(new Rnd(20260), null));

    [Fact]
    public void The_order_of_arrival_does_not_matter() => For(story =>
        Assert.Equal(Dump(story, story.Filings.OrderBy(filing => filing.Filing.FiledAt)), Dump(story, story.Arriving)));

    [Fact]
    public void Recording_twice_changes_nothing() => For(story =>
    {
        var tables = Recorded(story, story.Arriving);
        var (once, written) = (tables.Dump(), tables.RowsWritten);
        var store = new HistoryStore(tables);
        foreach (var filing in story.Filings)
            Wait(store.RecordAsync(filing, Say.Cik, default));
        Wait(store.LapseAsync(Say.Cik, story.Clock, default));

        Assert.Equal(once, tables.Dump());
        Assert.Equal(written, tables.RowsWritten);
    });

    [Fact]
    public void Filings_recorded_at_once_give_the_history_of_filings_recorded_one_by_one() => For(story =>
    {
        var tables = new MemoryTables();
        var store = new HistoryStore(tables);
        new RandomScheduler(story.Seed).Run(story.Arriving
            .Select(filing => (Func<Task>)(() => store.RecordAsync(filing, Say.Cik, default)))
            .Append(() => store.LapseAsync(Say.Cik, story.Clock, default)));
        // The clock may have looked before a filing was there; it looks again every day.
        Wait(store.LapseAsync(Say.Cik, story.Clock, default));

        Same(Dump(story, story.Filings), tables.Dump());
    });

    [Fact]
    public void A_filing_that_is_removed_and_added_again_leaves_no_trace() => For(story =>
    {
        var tables = Recorded(story, story.Filings);
        var before = tables.Dump();
        var store = new HistoryStore(tables);
        foreach (var filing in story.Arriving.Take(2))
        {
            Wait(store.RemoveAsync(Say.Cik, filing.Filing.Accession!, default));
            Wait(store.RecordAsync(filing, Say.Cik, default));
        }

        Assert.Equal(before, tables.Dump());
    });

    [Fact]
    public void A_filing_read_anew_gives_the_history_of_its_last_reading() => For(story =>
    {
        // The first reading of every other filing saw less, and took it for something else.
        var tables = new MemoryTables();
        var store = new HistoryStore(tables);
        foreach (var (filing, index) in story.Arriving.Select((filing, index) => (filing, index)))
        {
            if (index % 2 == 0)
            {
                var first = filing with
                {
                    Guidance = [.. filing.Guidance.Skip(1)],
                    Filing = filing.Filing with { Items = ["7.01"], FiledAt = filing.Filing.FiledAt!.Value.AddHours(index % 4) },
                };
                Wait(store.RecordAsync(first, Say.Cik, default));
            }

            Wait(store.RecordAsync(filing, Say.Cik, default));
        }

        Wait(store.LapseAsync(Say.Cik, story.Clock, default));
        Assert.Equal(Dump(story, story.Filings), tables.Dump());
    });

    [Fact]
    public void A_process_killed_at_any_write_is_made_good_by_the_next() => For(story =>
    {
        var tables = new MemoryTables();
        var store = new HistoryStore(tables);
        var random = new Random(story.Seed);
        foreach (var filing in story.Arriving)
        {
            var killed = true;
            while (killed)
            {
                var left = random.Next(12);
                tables.BeforeWrite = () =>
                {
                    if (left-- == 0)
                        throw new OperationCanceledException("killed");
                };
                try
                {
                    Wait(store.RecordAsync(filing, Say.Cik, default));
                    killed = false;
                }
                catch (OperationCanceledException)
                {
                    // As if the process had ended here; its message comes again.
                }
            }
        }

        tables.BeforeWrite = () => { };
        Wait(store.LapseAsync(Say.Cik, story.Clock, default));
        Assert.Equal(Dump(story, story.Filings), tables.Dump());
    });

    [Fact]
    public void Names_learned_late_or_given_by_the_operator_give_the_history_of_names_known_from_the_start() => For(story =>
    {
        string[] names = ["mirvetuximab soravtansine", "IMGN853"];
        var (early, late) = (new MemoryTables(), new MemoryTables());
        Wait(new HistoryStore(early).JoinNamesAsync(Say.Cik, names, default));
        Record(story, story.Filings, early);
        Record(story, story.Arriving, late);
        Wait(new HistoryStore(late).JoinNamesAsync(Say.Cik, names, default));

        Assert.Equal(early.Dump(), late.Dump());
    });

    [Fact]
    public void Every_change_points_to_its_evidence_and_has_a_name_of_its_own() => For(story =>
    {
        var changes = Say.All(new HistoryStore(Recorded(story, story.Filings))).GetAwaiter().GetResult();

        Assert.Equal(changes.Count, changes.DistinctBy(change => change.Id).Count());
        Assert.All(changes, change =>
        {
            var filing = story.Filings.Single(filing => filing.Filing.Accession == change.Filing);
            var evidence = change.After is not null ? filing : story.Filings.Single(other => other.Filing.Accession == change.BeforeFiling);
            Assert.Contains((change.After ?? change.Before)!.Quote, evidence.DataPoints.Cast<Statement>().Concat(evidence.Guidance).Select(statement => statement.Quote));
            Assert.NotEmpty(change.Summary);
            Assert.NotEmpty(change.Code);
            Assert.NotNull(change.At);
        });
    });

    [Fact]
    public void What_a_filing_changed_is_what_it_changes_when_it_comes_last() => For(story =>
    {
        // Live, a filing is compared with all that was there; in hindsight with what came before. Without later filings the two agree.
        var tables = new MemoryTables();
        var store = new HistoryStore(tables);
        foreach (var filing in story.Filings.OrderBy(filing => filing.Filing.FiledAt).ThenBy(filing => filing.Filing.Accession, StringComparer.Ordinal))
            Assert.Equal(Wait(store.RecordAsync(filing, Say.Cik, default)), Wait(new HistoryStore(tables).ChangesOfFilingAsync(Say.Cik, filing.Filing.Accession!, default)));

        var all = Say.All(store).GetAwaiter().GetResult();
        Assert.Equal(all.Where(change => change.Word != ChangeWord.Lapsed).Select(change => change.Id).Order(),
            story.Filings.SelectMany(filing => Wait(store.ChangesOfFilingAsync(Say.Cik, filing.Filing.Accession!, default))).Where(change => change.Word != ChangeWord.Lapsed).Select(change => change.Id).Order());
    });

    // The rows that differ, not the two texts.
    private static void Same(string expected, string actual)
    {
        var (a, b) = (expected.Split('\n'), actual.Split('\n'));
        Assert.Equal(string.Join('\n', a.Except(b)), string.Join('\n', b.Except(a)));
        Assert.Equal(expected, actual);
    }

    private static void For(Action<Story> holds) => Prop.ForAll(Story.Any, holds).Check(Checks);

    private static string Dump(Story story, IEnumerable<ParsedFiling> filings) => Recorded(story, filings).Dump();

    private static MemoryTables Recorded(Story story, IEnumerable<ParsedFiling> filings)
    {
        var tables = new MemoryTables();
        Record(story, filings, tables);
        return tables;
    }

    private static void Record(Story story, IEnumerable<ParsedFiling> filings, MemoryTables tables)
    {
        var store = new HistoryStore(tables);
        foreach (var filing in filings)
            Wait(store.RecordAsync(filing, Say.Cik, default));
        Wait(store.LapseAsync(Say.Cik, story.Clock, default));
    }

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static void Wait(Task task) => task.GetAwaiter().GetResult();
}
