using System.Text;
using Alerts.Delivery.Wording;
using Alerts.Records;

namespace Alerts.Delivery.Email;

/// <summary>What alerts and digests have in common as plain text.</summary>
internal static class TextParts
{
    /// <summary>The changes of a filing, numbered on from a number; returns the next one.</summary>
    public static int Changes(StringBuilder text, int number, IReadOnlyList<Change> shown, IReadOnlyList<string> listed, int left)
    {
        foreach (var change in shown)
            Change(text, number++, ChangeBlock.Of(change));
        if (listed.Count > 0 || left > 0)
            text.Append("\nAlso in this filing:\n");
        foreach (var title in listed)
            text.Append("- ").Append(title).Append('\n');
        More(text, left);
        return number;
    }

    /// <summary>What was not understood in a filing.</summary>
    public static void Coverage(StringBuilder text, IReadOnlyList<CoverageNote> notes, int left)
    {
        if (notes.Count > 0)
            text.Append("\nNot read in this filing:\n");
        foreach (var note in notes)
            text.Append("- ").Append(FilingWording.Note(note)).Append('\n');
        More(text, left);
    }

    /// <summary>Why the message came, and how to stop it.</summary>
    public static void Foot(StringBuilder text, string why, Uri unsubscribe) => text.Append($"\n-- \n{why}\nUnsubscribe: {unsubscribe}\n");

    private static void More(StringBuilder text, int left)
    {
        if (left > 0)
            text.Append($"- and {left} more\n");
    }

    private static void Change(StringBuilder text, int number, ChangeBlock block)
    {
        text.Append('\n').Append(number).Append(". ").Append(block.Text.Heading).Append('\n');
        Line(text, block.Movement);
        Line(text, block.Text.Size);
        Line(text, block.Text.Details);
        Line(text, block.Quote is { } quote ? $"“{quote}”" : null);
        Line(text, block.Where);
        foreach (var flag in block.Flags)
            Line(text, "Check: " + flag);
    }

    private static void Line(StringBuilder text, string? line)
    {
        if (line is { Length: > 0 })
            text.Append("   ").Append(line).Append('\n');
    }
}
