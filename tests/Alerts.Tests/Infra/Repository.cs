using System.Text.RegularExpressions;

namespace Alerts.Tests.Infra;

/// <summary>The files of the checkout that are no code of this assembly: infrastructure, the Azure head's sources, documents.</summary>
internal static class Repository
{
    /// <summary>The full path of a file or folder.</summary>
    public static string PathOf(string relative) => Path.Combine(Corpus.Root, relative);

    /// <summary>A file's text.</summary>
    public static string Text(string relative) => File.ReadAllText(PathOf(relative)).ReplaceLineEndings("\n");

    /// <summary>All Bicep files, relative to the root.</summary>
    public static IReadOnlyList<string> Bicep { get; } =
        [.. Directory.EnumerateFiles(PathOf("infra"), "*.bicep", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Corpus.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>The texts of all source files of a folder, one after the other.</summary>
    public static string Sources(string folder) => string.Join('\n', Directory.EnumerateFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(PathOf(folder), file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
        .Order(StringComparer.Ordinal)
        .Select(File.ReadAllText));

    /// <summary>What the first group of a pattern matches, in order, each once.</summary>
    public static IReadOnlyList<string> All(string text, string pattern) =>
        [.. Regex.Matches(text, pattern, RegexOptions.Multiline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10)).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>The same, sorted.</summary>
    public static IReadOnlyList<string> Sorted(IEnumerable<string> values) => [.. values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The text between the bracket at a position and the one that closes it.</summary>
    public static string Block(string text, int open)
    {
        var close = text[open] == '{' ? '}' : ']';
        for (var (i, depth) = (open, 0); i < text.Length; i++)
        {
            if (text[i] == text[open])
                depth++;
            else if (text[i] == close && --depth == 0)
                return text[(open + 1)..i];
        }

        throw new FormatException($"No bracket closes the one at {open}.");
    }
}
