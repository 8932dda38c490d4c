namespace Alerts.Tests;

/// <summary>The shared corpus of real filings and labels, which lies beside the checkout on build machines only.</summary>
internal static class Corpus
{
    /// <summary>The folder, or null where it is absent.</summary>
    public static string? Folder { get; } = Find("shared/corpus");

    /// <summary>The folder of hand-made labels, or null.</summary>
    public static string? Gold { get; } = Find("shared/gold");

    /// <summary>The root of the checkout.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Alerts.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("The tests run from a checkout: no Alerts.sln above " + AppContext.BaseDirectory);
    }

    private static string? Find(string relative)
    {
        // Beside the checkout, or beside the folder that holds several checkouts.
        for (var folder = new DirectoryInfo(FindRoot()).Parent; folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, relative);
            if (Directory.Exists(candidate))
                return candidate;
        }

        return null;
    }
}

/// <summary>A test that needs the corpus; reports itself skipped without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorpusFactAttribute : FactAttribute
{
    /// <summary>Skips where the corpus is absent.</summary>
    public CorpusFactAttribute()
    {
        if (Corpus.Folder is null || Corpus.Gold is null)
            Skip = "no corpus";
    }
}
