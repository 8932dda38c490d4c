using System.Buffers;
using Alerts.Extraction.Outlook.Windows;
using Alerts.Records;

namespace Alerts.Extraction.Outlook.Financial;

/// <summary>
/// Reads financial guidance from the sentences of one document, in order: a metric, an amount bound to it, the fiscal
/// period. What a section's heading or the sentence before says (the period, "This is estimated to be …") is carried along.
/// </summary>
internal sealed class FinancialReader
{
    private static readonly SearchValues<string> Gate =
        SearchValues.Create(["$", "%", "percent", "cents", "runway", "fund", "sufficient", "€", "£", "basis points", "digit", "RMB"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Guidance comes in runs: so many blocks after a figure of guidance, "will be" announces another.</summary>
    private const int BlocksBeside = 4;

    /// <summary>A sentence with more amounts is a table that lost its lines.</summary>
    private const int MostAmounts = 60;

    private readonly List<FinancialGuidance> _found = [];
    private MetricMention? _topic;
    private int _topicBlock = -1;
    private string? _period;
    private int _periodSection = -1;
    private int _guidedBlock = int.MinValue;

    /// <summary>Everything read so far.</summary>
    public IReadOnlyList<FinancialGuidance> Found => _found;

    /// <summary>Reads the next sentence.</summary>
    public void Read(Passage passage)
    {
        var block = passage.Sentence.BlockIndex;
        if (_topicBlock != block)
            (_topic, _topicBlock) = (null, block);
        if (!passage.Text.AsSpan().ContainsAny(Gate))
        {
            CarryTopic(passage);
            return;
        }

        if (CashRunway.Read(passage) is { } runway)
        {
            _found.Add(runway);
            return;
        }

        var inGuidance = Outlooks.IsGuidanceSection(passage.Context);
        if (passage.Sentence.Block.Kind == Filings.BlockKind.TableRow)
        {
            _found.AddRange(GuidanceTable.Read(passage, inGuidance));
            return;
        }

        ReadSentence(passage, inGuidance);
        CarryTopic(passage);
    }

    private void ReadSentence(Passage passage, bool inGuidance)
    {
        var amounts = AmountReader.Find(passage.Text);
        if (amounts.Count is 0 or > MostAmounts)
            return;
        var mentions = MetricMention.Find(passage.Tokens);
        var beside = inGuidance || passage.Sentence.BlockIndex <= _guidedBlock + BlocksBeside;
        var bound = new HashSet<MetricMention>();
        foreach (var amount in amounts)
        {
            if (!IsGuided(passage, amount, inGuidance, beside))
                continue;
            if (AmountBinding.MetricOf(passage, amount, mentions, _topic, inGuidance) is not { } mention || !bound.Add(mention))
                continue;
            var phrase = AmountBinding.PeriodOf(passage, amount, mention);
            if (GuidanceRecord.Create(passage, mention, amount, phrase, PeriodAround(passage, mention, phrase)) is not { } record)
                continue;
            _found.Add(record);
            _guidedBlock = passage.Sentence.BlockIndex;
        }
    }

    /// <summary>True for amounts that are expected: by the sentence's own words, else by the heading above.</summary>
    private static bool IsGuided(Passage passage, Amount amount, bool inGuidance, bool beside)
    {
        var token = passage.Tokens.IndexAt(amount.Start);
        return !AmountBinding.IsComparison(passage.Text, amount) && (Outlooks.IsExpected(passage.Tokens, token, beside) ?? inGuidance);
    }

    /// <summary>The period of the sentence, else of the sentences before in the section, else of the headings above.</summary>
    private string? PeriodAround(Passage passage, MetricMention mention, TimePhrase? phrase)
    {
        var section = passage.Sentence.Above.Count > 0 ? passage.Sentence.Above[^1] : -1;
        var own = phrase is null ? null : FiscalPeriods.Label(phrase, passage.Fiscal, passage.Date);
        own ??= FiscalPeriods.BareYear(passage.Text.AsSpan(Math.Max(0, mention.Start - 12), Math.Min(12, mention.Start)), passage.Date);
        own ??= FiscalPeriods.GuidanceYear(passage.Text.AsSpan(0, mention.Start), passage.Date);
        if (own is not null)
        {
            (_period, _periodSection) = (own, section);
            return own;
        }

        foreach (var text in passage.Context)
        {
            foreach (var above in passage.TimesOf(text))
            {
                if (FiscalPeriods.Label(above, passage.Fiscal, passage.Date) is { } label)
                    return label;
            }

            if (Outlooks.IsGuidanceHeading(text) && FiscalPeriods.BareYear(text, passage.Date) is { } year)
                return year;
        }

        return _periodSection == section ? _period : null;
    }

    /// <summary>"This was included in …" keeps the topic of the sentence before it.</summary>
    private void CarryTopic(Passage passage)
    {
        if (passage.Tokens.IsAny(0, "this", "it", "that", "these"))
            return;
        if (MetricMention.Find(passage.Tokens) is [.., var last])
            _topic = last;
    }
}
