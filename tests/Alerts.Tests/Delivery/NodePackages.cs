namespace Alerts.Tests.Delivery;

/// <summary>Packages of Node that some tests compare with, installed once into the folder for temporary files.</summary>
internal static class NodePackages
{
    private static readonly string[] Wanted = ["standardwebhooks@1.1.1", "ajv@8.20.0"];

    private static readonly Lazy<(string? Folder, string? Why)> Installed = new(() => Install(Wanted));

    /// <summary>The folder that holds node_modules; null where Node or the packages are not to be had.</summary>
    public static string? Folder => Installed.Value.Folder;

    /// <summary>Why there is no <see cref="Folder"/>.</summary>
    public static string? Why => Installed.Value.Why;

    /// <summary>Installs packages; returns the folder, or why there is none.</summary>
    public static (string? Folder, string? Why) Install(string[] wanted)
    {
        if (Programs.Find("node") is null || Programs.Find("npm") is null)
            return (null, "no Node");
        var shared = Path.Combine(Path.GetTempPath(), "alerts-tests-" + string.Join('-', wanted).Replace('@', '-'));
        if (Directory.Exists(shared))
            return (shared, null);
        var own = Directory.CreateTempSubdirectory("alerts-node-").FullName;
        try
        {
            string[] arguments = ["install", "--prefix", own, "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0", "--fetch-timeout=20000", .. wanted];
            Programs.RunAsync("npm", arguments, own).WaitAsync(TimeSpan.FromMinutes(1)).GetAwaiter().GetResult();
            Directory.Move(own, shared);
        }
        catch (Exception error) when (error is InvalidOperationException or TimeoutException)
        {
            return (null, "npm could not install " + string.Join(", ", wanted));
        }
        catch (IOException) when (Directory.Exists(shared))
        {
            // Another test run was faster.
            Directory.Delete(own, recursive: true);
        }

        return (shared, null);
    }
}

/// <summary>A test that compares with packages of Node; reports itself skipped, with the reason, where they are not to be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    /// <summary>Skips where Node or the packages are absent.</summary>
    public NodeFactAttribute()
    {
        if (NodePackages.Folder is null)
            Skip = NodePackages.Why;
    }
}
