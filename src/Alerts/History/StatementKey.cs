using Alerts.Records;
using Alerts.Storage;

namespace Alerts.History;

/// <summary>
/// The coarse half of identity: statements of different keys are never about the same thing. Statements of one key
/// are told apart by their <see cref="Traits"/>.
/// </summary>
/// <param name="Kind">Data, milestone or financial.</param>
/// <param name="Code">The contract's code; for adverse events and named endpoints with the words of the term.</param>
/// <param name="Program">Key of the program's name, empty where the statement names none.</param>
internal sealed record StatementKey(ChangeKind Kind, string Code, string Program)
{
    private const int MaxTermLength = 120;

    /// <summary>The key as one text.</summary>
    public override string ToString() => $"{Program}|{RecordCode.Of(Kind)}|{Code}";

    /// <summary>The key of a statement under the name that the document uses.</summary>
    public static StatementKey Of(Statement statement)
    {
        var program = NameKey.Of(statement.Program is null ? null : NameKey.Split(statement.Program)[0]);
        return statement switch
        {
            DataPoint point => new StatementKey(ChangeKind.Data, RecordCode.Of(point.Measure) + TermOf(point), program),
            Milestone milestone => new StatementKey(ChangeKind.Milestone, RecordCode.Of(milestone.Code), program),
            FinancialGuidance figure => new StatementKey(ChangeKind.Financial, RecordCode.Of(figure.Metric), program),
            _ => throw new ArgumentException($"Statement of unknown type {statement.GetType().Name}.", nameof(statement)),
        };
    }

    /// <summary>The key of the three texts that rows are named by.</summary>
    /// <exception cref="FormatException">The kind is none of data, milestone, financial.</exception>
    public static StatementKey Of(string program, string kind, string code)
    {
        foreach (var value in Enum.GetValues<ChangeKind>())
        {
            if (RecordCode.Of(value) == kind)
                return new StatementKey(value, code, program);
        }

        throw new FormatException($"'{kind}' is no kind of statement: expected data, milestone or financial.");
    }

    /// <summary>Reads the text of <see cref="ToString"/>.</summary>
    /// <exception cref="FormatException">The text is not program|kind|code.</exception>
    public static StatementKey Parse(string text)
    {
        var parts = text.Split('|');
        return parts.Length == 3
            ? Of(parts[0], parts[1], parts[2])
            : throw new FormatException($"'{text}' is no statement key: expected program|kind|code.");
    }

    // A program has hundreds of adverse events; each is a key of its own so that a key stays small.
    private static string TermOf(DataPoint point)
    {
        if (point.Measure is not (Measure.Ae or Measure.Endpoint) || Wording.Key(point.Term) is not { Length: > 0 } term)
            return "";

        return "." + Keys.Shorten(term.Replace(' ', '-'), MaxTermLength);
    }
}
