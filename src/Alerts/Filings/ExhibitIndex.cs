using System.Globalization;
using System.Text.RegularExpressions;
using Alerts.Records;

namespace Alerts.Filings;

/// <summary>The list of exhibits in an 8-K: under Item 9.01 (7 before 2004) up to the signature, and again in an index behind it.</summary>
internal sealed partial class ExhibitIndex
{
    private const string Marks = "*†‡+#^";

    private readonly List<string> _held;
    private readonly List<(Exhibit Exhibit, string Mark)> _entries = [];
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _notes = new(StringComparer.Ordinal);

    private ExhibitIndex(List<string> held) => _held = held;

    /// <summary>The exhibits that a report lists.</summary>
    /// <param name="report">The 8-K document.</param>
    /// <param name="held">Numbers of the exhibits that the submission holds: what else looks like one may be a note's number.</param>
    public static List<Exhibit> Read(FilingDocument report, List<string> held)
    {
        var index = new ExhibitIndex(held);
        var isIndex = false;
        for (var i = 0; i < report.Blocks.Count; i++)
        {
            var text = report.Blocks[i].Text;
            if (IsTitle(text))
                isIndex = true;
            else if ((text.Length < 60 && text.StartsWith("SIGNATURE", StringComparison.OrdinalIgnoreCase)) || HeadingText.StartsWithItem(text))
                isIndex = false;
            else if (isIndex && !index.ReadNote(report.Blocks[i]))
                index.ReadEntry(report.Blocks, i);
        }

        return index._entries.ConvertAll(entry => entry.Exhibit with { IsFurnished = index.IsFurnished(entry.Exhibit, entry.Mark) });
    }

    /// <summary>True for two spellings of one number: "99" of a submission is "99.1" of an index that names one only, "99.01" is "99.1".</summary>
    public static bool IsSame(string index, string type) =>
        index == type || index.StartsWith(type + ".", StringComparison.Ordinal) || Plain(index) == Plain(type);

    private static string Plain(string number) => number.Replace(".0", ".", StringComparison.Ordinal).Replace(".(", "(", StringComparison.Ordinal);

    private static bool IsTitle(string text) =>
        text.Length < 250 && text.Contains("xhibit", StringComparison.OrdinalIgnoreCase)
        && (HeadingText.StartsWithItem(text) || text.StartsWith("EXHIBIT INDEX", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("INDEX TO EXHIBITS", StringComparison.OrdinalIgnoreCase) || text.StartsWith("INDEX OF EXHIBITS", StringComparison.OrdinalIgnoreCase));

    // "* Furnished herewith." below the list; as a list entry it has lost its asterisk.
    private bool ReadNote(TextBlock block)
    {
        var text = block.Kind == BlockKind.Bullet ? "* " + block.Text : block.Text;
        if (text.Length > 300 || Note().Match(text) is not { Success: true } note)
            return false;
        _notes.TryAdd(note.Groups["m"].Value, char.ToUpperInvariant(note.Groups["w"].Value[1]) == 'U');
        return true;
    }

    private void ReadEntry(IReadOnlyList<TextBlock> blocks, int at)
    {
        if (Entry().Match(blocks[at].Text) is not { Success: true } entry)
            return;
        var number = entry.Groups["n"].Value;
        if (_numbers.Contains(number) || !(entry.Groups["x"].Success || IsNumber(number) || _held.Exists(type => IsSame(number, type))))
            return;
        var description = entry.Groups["d"].Value.Trim(' ', '|', '-', '–', '—', ':');
        if (description.Length == 0 && at + 1 < blocks.Count && !Entry().IsMatch(blocks[at + 1].Text) && !Note().IsMatch(blocks[at + 1].Text))
            description = blocks[at + 1].Text;
        _numbers.Add(number);
        var mark = entry.Groups["k"].Length > 0 ? entry.Groups["k"].Value : description[description.AsSpan().TrimEnd(Marks).Length..];
        _entries.Add((new Exhibit(number, description.Length is > 0 and < 600 ? description : null), mark));
    }

    // "Press release dated May 3, 2021 (furnished herewith)".
    private bool? IsFurnished(Exhibit exhibit, string mark) =>
        exhibit.Description is { } description && Way().Match(description) is { Success: true } way ? char.ToUpperInvariant(way.Value[1]) == 'U'
        : _notes.TryGetValue(mark, out var isFurnished) ? isFurnished
        : null;

    // Item 601 of Regulation S-K numbers exhibits from 1 to 35 and from 95 up; entries of other lists are whole numbers.
    private static bool IsNumber(string number)
    {
        var dot = number.IndexOf('.', StringComparison.Ordinal);
        var digits = number.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var whole = int.Parse(digits < 0 ? number : number.AsSpan(0, digits), CultureInfo.InvariantCulture);
        return whole is >= 95 and <= 106 || (whole is >= 1 and <= 36 && (dot > 0 || whole >= 13));
    }

    [GeneratedRegex(
        @"^(?<x>Exhibit\s{0,3}(?:No\.?)?\s{0,3})?\(?(?<n>\d{1,3}(?:\.\d{1,3})?(?:\([a-z]\))?)\)?\s?(?<k>[*†‡+#^]{0,3})(?:$|[\s|.:\-–—*†+#^]{1,8}(?<d>\D.{0,800})$)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^(?<m>[*†‡+#^]{1,3})[\s|]{0,4}(?<w>furnished|filed)\b(?!.{0,200}\bpreviously\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Note();

    [GeneratedRegex(@"\b(?:furnished\s(?:herewith|with|pursuant|and\snot|not)|(?:furnished|filed)\)|filed\s(?:herewith|as\spart))", RegexOptions.IgnoreCase)]
    private static partial Regex Way();
}
