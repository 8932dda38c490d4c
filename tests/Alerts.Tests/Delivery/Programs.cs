using System.Diagnostics;

namespace Alerts.Tests.Delivery;

/// <summary>Programs of the machine that some tests compare with.</summary>
internal static class Programs
{
    /// <summary>The path of a program, or null where there is none.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
        .FirstOrDefault(File.Exists);

    /// <summary>What a program prints; fails with what it says on the error stream where it fails.</summary>
    public static async Task<string> RunAsync(string name, IReadOnlyList<string> arguments, string? folder = null)
    {
        var start = new ProcessStartInfo(Find(name)!, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{name} failed: {await error}");
    }
}

/// <summary>A test that compares with another program; reports itself skipped where the program is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgramFactAttribute : FactAttribute
{
    /// <summary>Skips where the program is absent.</summary>
    public ProgramFactAttribute(string program)
    {
        if (Programs.Find(program) is null)
            Skip = "no " + program;
    }
}
