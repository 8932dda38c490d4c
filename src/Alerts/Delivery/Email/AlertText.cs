using System.Text;
using Alerts.Delivery.Wording;

namespace Alerts.Delivery.Email;

/// <summary>An alert as plain text, for mail programs that show no HTML and for people who prefer none.</summary>
internal static class AlertText
{
    public static string Of(Alert alert, Uri unsubscribe)
    {
        var text = new StringBuilder();
        text.Append(alert.Subject).Append("\n\n").Append(FilingWording.Line(alert.Filing)).Append('\n').Append(alert.Url).Append('\n');
        var (shown, listed, left) = ChangeList.Of(alert);
        for (var index = 0; index < shown.Count; index++)
            Change(text, index + 1, ChangeBlock.Of(shown[index]));
        if (listed.Count > 0)
            text.Append("\nAlso in this filing:\n");
        foreach (var title in listed)
            text.Append("- ").Append(title).Append('\n');
        if (left > 0)
            text.Append($"- and {left} more\n");
        if (alert.Coverage.Count > 0)
            text.Append("\nNot read in this filing:\n");
        foreach (var note in alert.Coverage)
            text.Append("- ").Append(FilingWording.Note(note)).Append('\n');
        return text.Append($"\n-- \n{alert.Why}\nUnsubscribe: {unsubscribe}\n").ToString();
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
