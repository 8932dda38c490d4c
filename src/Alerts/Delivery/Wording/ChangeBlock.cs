using System.Globalization;
using Alerts.Records;

namespace Alerts.Delivery.Wording;

/// <summary>All that a message shows of one change, as text without any markup.</summary>
internal sealed record ChangeBlock
{
    /// <summary>Title, before, after, size and details.</summary>
    public required ChangeText Text { get; init; }

    /// <summary>"Q3 2022 → early 2023"; null where there is nothing before, the title then says all.</summary>
    public string? Movement => Text.Before is null ? null : $"{Text.Before} → {Text.After ?? "not stated"}";

    /// <summary>The sentence that proves it, without marks of quotation.</summary>
    public string? Quote { get; init; }

    /// <summary>"EX-99.1 · confidence 0.82"; the confidence only where it is less than nearly certain.</summary>
    public string? Where { get; init; }

    /// <summary>What does not add up in the statement.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    public static ChangeBlock Of(Change change)
    {
        var statement = change.After ?? change.Before;
        var where = new List<string>();
        if (statement is not null)
            where.Add(change.After is null ? $"last stated in {PlainText.Line(statement.Document, 20)}" : PlainText.Line(statement.Document, 20));
        if (change.Confidence < 0.9)
            where.Add("confidence " + change.Confidence.ToString("0.00", CultureInfo.InvariantCulture));
        return new()
        {
            Text = ChangeWording.Of(change),
            Quote = (change.Quote ?? statement?.Quote) is { Length: > 0 } quote ? Excerpt.Of(quote, statement) : null,
            Where = where.Count == 0 ? null : string.Join(" · ", where),
            Flags = [.. (statement?.Flags ?? []).Select(flag => PlainText.Line(flag, 200))],
        };
    }
}
