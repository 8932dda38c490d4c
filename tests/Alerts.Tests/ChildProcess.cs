using System.Diagnostics;
using System.Reflection;
using Alerts.Tests.Local.Demo;
using Alerts.Tests.Local.Storage;

namespace Alerts.Tests;

/// <summary>
/// A process of the tests' own, to be killed in the middle of its work: it runs this assembly's <see cref="Main"/>,
/// and tells on its standard output, line by line, what it has done.
/// </summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process process;

    private ChildProcess(Process process) => this.process = process;

    /// <summary>The work that a child can do, by its name; the work gets the other arguments.</summary>
    private static Dictionary<string, Func<string[], Task>> Works { get; } = new()
    {
        [nameof(StorageWriter)] = StorageWriter.RunAsync,
        [nameof(DemoWork)] = DemoWork.RunAsync,
    };

    /// <summary>What a child starts with.</summary>
    public static async Task<int> Main(string[] args)
    {
        // The parent's end of standard input closes when the parent ends, however it ends; no child outlives it.
        _ = Task.Run(async () =>
        {
            await Console.In.ReadToEndAsync();
            Environment.Exit(1);
        });
        await Works[args[0]](args[1..]);
        return 0;
    }

    /// <summary>Starts a child.</summary>
    public static ChildProcess Start(string work, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])["exec", Assembly.GetExecutingAssembly().Location, work, .. arguments])
            start.ArgumentList.Add(argument);
        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>The next line of what it did; null when it ended.</summary>
    public async Task<string?> ReadLineAsync() => await process.StandardOutput.ReadLineAsync();

    /// <summary>Kills it where it stands; returns the lines that were still to be read. What it complained of before fails the test.</summary>
    public async Task<IReadOnlyList<string>> KillAsync()
    {
        process.Kill();
        var rest = await process.StandardOutput.ReadToEndAsync();
        Assert.Equal("", await process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();

        // The last line may be cut.
        return rest.Split('\n')[..^1];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
