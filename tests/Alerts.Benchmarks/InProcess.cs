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

/// <summary>As <see cref="InProcess"/>, one call at a time: for what changes its own state.</summary>
public class InProcessOneByOne : ManualConfig
{
    /// <summary>Single calls.</summary>
    public InProcessOneByOne() => AddJob(Job.Default.WithStrategy(RunStrategy.Monitoring).WithWarmupCount(60).WithIterationCount(60).WithToolchain(InProcessEmitToolchain.Instance));
}
