namespace Alerts.Extraction.Subjects;

/// <summary>Which names mean the same thing. Names are in capitals.</summary>
internal sealed class NameLinks
{
    private readonly Dictionary<string, HashSet<string>> _links = [];

    /// <summary>States that two names mean the same.</summary>
    public void Add(string a, string b)
    {
        if (a == b)
            return;
        Of(a).Add(b);
        Of(b).Add(a);
    }

    /// <summary>The names linked to a name directly.</summary>
    public IReadOnlyCollection<string> LinkedTo(string name) => _links.TryGetValue(name, out var linked) ? linked : [];

    /// <summary>Takes back what was said about a name: it turned out to mean several things.</summary>
    public void Isolate(string name)
    {
        foreach (var other in LinkedTo(name).ToList())
            _links[other].Remove(name);
        _links.Remove(name);
    }

    /// <summary>The names in groups that mean one thing each, in the order of first mention.</summary>
    public IEnumerable<IReadOnlyList<string>> Group(IEnumerable<string> names)
    {
        var seen = new HashSet<string>();
        foreach (var name in names)
        {
            if (!seen.Add(name))
                continue;
            var group = new List<string> { name };
            for (var i = 0; i < group.Count; i++)
                group.AddRange(LinkedTo(group[i]).Where(seen.Add));
            yield return group;
        }
    }

    private HashSet<string> Of(string name) => _links.TryGetValue(name, out var linked) ? linked : _links[name] = [];
}
