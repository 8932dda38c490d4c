namespace Alerts.Filings;

/// <summary>
/// The facts that inline XBRL tags on a cover page, by name without the <c>dei:</c> prefix. Hidden facts are spelled as
/// EDGAR conforms them ("ORACLE CORP"), visible ones as the cover reads ("Oracle Corporation").
/// </summary>
internal sealed class CoverFacts
{
    private readonly Dictionary<string, string> _visible = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _hidden = new(StringComparer.Ordinal);

    /// <summary>True where the page tags nothing.</summary>
    public bool IsEmpty => _visible.Count == 0 && _hidden.Count == 0;

    /// <summary>The value of a fact that readers see; null without one.</summary>
    public string? Visible(string name) => _visible.GetValueOrDefault(name);

    /// <summary>The value of a fact, seen or hidden.</summary>
    public string? Any(string name) => Visible(name) ?? _hidden.GetValueOrDefault(name);

    /// <summary>Keeps the first useful value of a fact.</summary>
    public void Add(string name, string value, bool isHidden)
    {
        if (value.Length > 0 && value is not ("N/A" or "None" or "NONE" or "n/a"))
            (isHidden ? _hidden : _visible).TryAdd(name, value);
    }
}
