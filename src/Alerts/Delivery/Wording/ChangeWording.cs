using Alerts.Records;

namespace Alerts.Delivery.Wording;

/// <summary>Puts changes into words. All channels speak through here.</summary>
internal static class ChangeWording
{
    /// <summary>The words for a change.</summary>
    public static ChangeText Of(Change change) => change.Kind switch
    {
        ChangeKind.Milestone => MilestoneWording.Of(change),
        ChangeKind.Financial => FinancialWording.Of(change),
        _ => DataWording.Of(change),
    };

    /// <summary>The trial, else the program, short enough for a subject line; empty where neither is known.</summary>
    public static string Name(Change change) => PlainText.Line(change.Trial ?? change.Program ?? "", 40);

    /// <summary>The first of the names that is given, in parentheses after a blank; else nothing.</summary>
    public static string InParentheses(params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
        {
            if (!string.IsNullOrWhiteSpace(name))
                return $" ({PlainText.Line(name, 40)})";
        }

        return "";
    }
}
