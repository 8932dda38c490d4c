namespace Alerts.Extraction.Outlook.Financial;

/// <summary>A figure or range of figures in a text, in plain units.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last.</param>
/// <param name="Low">Lower end; null for "up to".</param>
/// <param name="High">Upper end; null for "at least".</param>
/// <param name="Unit"><c>%</c>, <c>bps</c>, or an ISO currency code.</param>
internal readonly record struct Amount(int Start, int End, double? Low, double? High, string Unit)
{
    /// <summary>True for percentages.</summary>
    public bool IsPercent => Unit == AmountReader.Percent;

    /// <summary>The same with both ends negated and exchanged.</summary>
    public Amount Negated() => this with { Low = -High, High = -Low };
}
