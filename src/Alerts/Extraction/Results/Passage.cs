using Alerts.Extraction.Language;
using Alerts.Extraction.Quantities;
using Alerts.Extraction.Subjects;
using Alerts.Records;

namespace Alerts.Extraction.Results;

/// <summary>A sentence with its tokens, values and measures, as rules read it.</summary>
internal sealed class Passage
{
    private Exclusions? _exclusions;
    private IReadOnlyDictionary<int, string>? _listedArms;
    private readonly HashSet<Quantity> _taken = new(ReferenceEqualityComparer.Instance);

    /// <summary>Reads a sentence.</summary>
    public Passage(Sentence sentence, DocumentScope scope)
    {
        Sentence = sentence;
        Scope = scope;
        Text = Tokenizer.Read(sentence.Text);
        Quantities = QuantityReader.Read(Text).FindAll(q => !IsDenied(q.First));
        Anchors = AnchorReader.Read(Text);
    }

    /// <summary>The sentence.</summary>
    public Sentence Sentence { get; }

    /// <summary>What is known of the filing and document around.</summary>
    public DocumentScope Scope { get; }

    /// <summary>Its tokens.</summary>
    public TokenizedText Text { get; }

    /// <summary>Its values in order.</summary>
    public IReadOnlyList<Quantity> Quantities { get; }

    /// <summary>The measures it names, in order.</summary>
    public IReadOnlyList<Anchor> Anchors { get; }

    /// <summary>The arm that a list of the sentence pairs the value at a token with; null where none does.</summary>
    public string? ListedArm(int first) => (_listedArms ??= ArmLists.Of(this)).GetValueOrDefault(first);

    /// <summary>Why figures of it may be no results.</summary>
    public Exclusions Exclusions => _exclusions ??= Exclusions.Of(Sentence);

    /// <summary>The values that no rule has used yet.</summary>
    public IEnumerable<Quantity> Free => Quantities.Where(q => !_taken.Contains(q));

    /// <summary>The endpoint without a code that was read last; what a ratio behind it compares.</summary>
    public string? LastEndpoint { get; set; }

    /// <summary>True where no rule has used a value yet.</summary>
    public bool IsFree(Quantity quantity) => !_taken.Contains(quantity);

    /// <summary>Marks a value as used.</summary>
    public void Take(Quantity quantity) => _taken.Add(quantity);

    /// <summary>True where a token begins a new statement: a semicolon outside brackets, "whereas", "while".</summary>
    public bool IsBreak(int token) => Text.Is(token, ';') ? Depth(token) == 0 : Text.IsAny(token, "whereas", "while", "although") || Text.Is(token, '|');

    /// <summary>True where a token belongs to the name of a drug.</summary>
    public bool IsDrug(int token)
    {
        var at = Sentence.Start + Text[token].Start;
        return Scope.Subjects.MentionsIn(Sentence).Any(m => m.Program is not null && m.Start <= at && at < m.End);
    }

    /// <summary>First token of the statement that a token stands in.</summary>
    public int ClauseStart(int token)
    {
        while (token > 0 && !IsBreak(token - 1))
            token--;
        return token;
    }

    /// <summary>Last token of the statement that a token stands in.</summary>
    public int ClauseEnd(int token)
    {
        while (token < Text.Count - 1 && !IsBreak(token + 1))
            token++;
        return token;
    }

    /// <summary>The subject at a token.</summary>
    public Subject SubjectAt(int token) => Scope.Subjects.TopicAt(Sentence, Text[token].Start);

    /// <summary>A data point of this sentence with a value and all that describes it.</summary>
    public DataPoint Draft(Measure measure, Quantity quantity) => Draft(measure, quantity.First, quantity.End) with
    {
        Value = quantity.IsNotReached ? null : quantity.Value,
        Unit = UnitOf(quantity),
        UnitText = quantity.Kind == QuantityKind.Measured && UnitOf(quantity) == "other" ? quantity.Unit : null,
        Count = quantity.Count ?? CountBehind(quantity)?.Value,
        Of = quantity.Of ?? CountBehind(quantity)?.Of,
        N = quantity.N,
        CiLow = quantity.Interval?.Low,
        CiHigh = quantity.Interval?.High,
        CiLevel = quantity.Interval?.Level,
        PValue = quantity.PValue,
    };

    /// <summary>A data point of this sentence with a bound value; figures of further arms are of the first one's program.</summary>
    public DataPoint Draft(Measure measure, Binding binding)
    {
        var point = Draft(measure, binding.Quantity);
        if (binding.Arm is not null)
            point = point with { Arm = binding.Arm };
        if (binding.PValue is not null)
            point = point with { PValue = binding.PValue };
        if (binding.IsComparator)
            point = point with { PValue = null };
        if (binding.Start is null || SubjectAt(binding.Start.First) is not { Program: not null } shared || shared.Program == point.Program)
            return point;
        return point with { Program = shared.Program, Trial = shared.Trial, Phase = shared.Phase };
    }

    /// <summary>A data point of this sentence about the tokens given, still without a value.</summary>
    public DataPoint Draft(Measure measure, int first, int last)
    {
        var subject = SubjectAt(first);
        var details = Details.Around(this, first, last);
        return new DataPoint
        {
            Measure = measure,
            Program = subject.Program,
            Trial = subject.Trial,
            Phase = subject.Phase,
            Assessor = null,
            Arm = details.Arm,
            Population = details.Population,
            At = details.TimePoint,
            AsOf = Scope.CutoffAt(Sentence),
            Quote = Sentence.Text,
            Document = Sentence.Document.Type,
            Start = Sentence.Start,
        };
    }

    // "52% in adolescents (N=29/56)": the count behind the group, where it makes the percentage.
    private Quantity? CountBehind(Quantity quantity)
    {
        if (quantity.Kind != QuantityKind.Percent || quantity.Count is not null)
            return null;
        var next = Quantities.FirstOrDefault(q => q.First > quantity.End && !q.IsAttribute);
        if (next is not { Kind: QuantityKind.Share, Of: > 0 } || next.First - quantity.End > 10 || Math.Abs((100 * next.Value / next.Of.Value) - quantity.Value) > 1)
            return null;
        var open = next.First - 1;
        while (Text.IsAny(open, "n", "N") || Text.Is(open, '='))
            open--;
        return Text.Is(open, '(') ? next : null;
    }

    // "in 32% of patients, not in 23%", "instead of 23%": a figure that is withdrawn.
    private bool IsDenied(int first)
    {
        var before = Text.IsAny(first - 1, "in", "at", "by", "of", "the") ? first - 2 : first - 1;
        return (Text.Is(before, "not") && (before == first - 2 || !Text[first].IsNumber || Text.Is(before - 1, ',')))
            || (Text.Is(first - 1, "of") && Text.Is(first - 2, "instead")) || (Text.IsAny(before, "than") && Text.Is(before - 1, "rather"));
    }

    private int Depth(int token)
    {
        var depth = 0;
        for (var i = 0; i < token; i++)
        {
            if (Text.Is(i, '('))
                depth++;
            else if (Text.Is(i, ')'))
                depth = Math.Max(0, depth - 1);
        }

        return depth;
    }

    // The contract's units; what has none of them is "other", with the text's own word beside it.
    private static string? UnitOf(Quantity quantity) => quantity.Kind switch
    {
        QuantityKind.Measured => quantity.Unit is "points" ? "score" : "other",
        _ => quantity.Unit,
    };
}
