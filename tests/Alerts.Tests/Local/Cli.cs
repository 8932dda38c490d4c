using System.Diagnostics;

namespace Alerts.Tests.Local;

/// <summary>The program as a person or a script starts it.</summary>
internal static class Cli
{
    /// <summary>What one start gave.</summary>
    public sealed record Result(int Exit, string Output, string Error)
    {
        public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Runs it to its end, without any of the settings of this machine.</summary>
    public static async Task<Result> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ALERTS_USER_AGENT");
        foreach (var argument in (string[])["exec", Path.Combine(AppContext.BaseDirectory, "Alerts.Local.dll"), .. arguments])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Result(process.ExitCode, await output, await error);
    }
}
