using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Alerts.Benchmarks;

/// <summary>Runs in this process: the library was built by whoever started it, and is not built again under other settings.</summary>
public class InProcess : ManualConfig
{
    /// <summary>Short runs of many calls.</summary>
    public InProcess() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
}

/// <summary>
/// As <see cref="InProcess"/>, one call at a time: for what changes its own state. The median tells: now and then a call pays for
/// the database's checkpoint.
/// </summary>
public class InProcessOneByOne : ManualConfig
{
    /// <summary>Single calls.</summary>
    public InProcessOneByOne() =>
        AddColumn(StatisticColumn.Median).AddJob(Job.Default.WithStrategy(RunStrategy.Monitoring).WithWarmupCount(400).WithIterationCount(300).WithToolchain(InProcessEmitToolchain.Instance));
}
