using Alerts.Filings;

namespace Alerts.Local.Commands;

/// <summary>
/// The files that arguments name: files themselves, whatever they are, and of folders what may be filings below them, in ordinal order.
/// </summary>
internal static class InputFiles
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase) { ".txt", ".htm", ".html", ".md", ".nc", ".sgml" };

    /// <summary>All files, in the order of the arguments. What does not exist stays in the list: reading it says so.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> arguments) =>
        [.. arguments.SelectMany(argument => Directory.Exists(argument)
            ? Directory.EnumerateFiles(argument, "*", SearchOption.AllDirectories).Where(IsFiling).Order(StringComparer.Ordinal)
            : Enumerable.Repeat(argument, 1))];

    /// <summary>A file as a filing, and its bytes.</summary>
    /// <exception cref="InputException">It cannot be read or holds no filing; the message names it and says why.</exception>
    public static (ReadFiling Filing, byte[] Content) ReadFiling(string file)
    {
        var content = Read(file);
        var filing = FilingReader.Read(content);
        return filing.Documents.Count > 0 || filing.Facts.Accession is not null
            ? (filing, content)
            : throw new InputException($"{file}: {(filing.Coverage is [var note, ..] ? note.Reason : "It holds no text; expected a filing.")}");
    }

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="InputException">It cannot be read; the message names it and says why.</exception>
    public static byte[] Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new InputException($"{file}: {error.Message}");
        }
    }

    // A folder of filings often tells in a README what they are.
    private static bool IsFiling(string file) =>
        Extensions.Contains(Path.GetExtension(file)) && !Path.GetFileNameWithoutExtension(file).Equals("README", StringComparison.OrdinalIgnoreCase);
}
