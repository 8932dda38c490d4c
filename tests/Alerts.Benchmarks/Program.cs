using Alerts.Benchmarks;
using BenchmarkDotNet.Running;

// "rates" prints bytes per second in a minute; all else goes to BenchmarkDotNet, which measures more carefully and takes longer.
if (args is ["rates", .. var folders])
    Rates.Print(folders);
else
    BenchmarkSwitcher.FromAssembly(typeof(Rates).Assembly).Run(args);
