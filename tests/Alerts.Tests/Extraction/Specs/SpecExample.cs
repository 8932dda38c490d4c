namespace Alerts.Tests.Extraction.Specs;

/// <summary>One example of a specification file: a text and the records that it must give.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Section">The heading that it stands under.</param>
/// <param name="Line">The line where its text begins.</param>
/// <param name="Text">The text, under the file's title where it has none of its own.</param>
/// <param name="Records">The expected records, one a line; empty where the text states none.</param>
public sealed record SpecExample(string File, string Section, int Line, string Text, IReadOnlyList<string> Records)
{
    /// <summary>Reads the examples of a file: pairs of ```text and ```records blocks below headings.</summary>
    /// <remarks>"Title: …" before the first heading gives the title that the examples stand under.</remarks>
    public static IReadOnlyList<SpecExample> Read(string path)
    {
        var lines = System.IO.File.ReadAllLines(path);
        var title = lines.First(l => l.StartsWith("Title: ", StringComparison.Ordinal))["Title: ".Length..];
        var examples = new List<SpecExample>();
        var section = "";
        (int Line, string Text)? text = null;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith('#'))
                section = lines[i].TrimStart('#', ' ');
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
                continue;
            var fence = lines[i];
            var body = lines.Skip(i + 1).TakeWhile(l => l != "```").ToList();
            if (fence == "```text")
            {
                text = (i + 2, body[0].StartsWith('#') ? string.Join('\n', body) : $"# {title}\n{string.Join('\n', body)}");
            }
            else if (fence == "```records" && text is { } given)
            {
                examples.Add(new SpecExample(Path.GetFileName(path), section, given.Line, given.Text, body.Where(l => l != "none").ToList()));
                text = null;
            }

            i += body.Count + 1;
        }

        return examples;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line} {Section}";
}
