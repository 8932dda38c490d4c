namespace Alerts.Storage;

/// <summary>
/// What a blob store takes: the limits of Azure Blob Storage, without what its paths and headers change silently (segments
/// that end with a dot, metadata other than plain ASCII). Every <see cref="IBlobStore"/> checks by these before it does anything.
/// </summary>
public static class BlobRules
{
    /// <summary>Characters of a name.</summary>
    public const int MaxNameLength = 1024;

    /// <summary>Segments of a name, between its slashes.</summary>
    public const int MaxSegments = 254;

    /// <summary>Bytes of a blob's metadata, names and values together.</summary>
    public const int MaxMetadataSize = 8 * 1024;

    /// <summary>Checks a container's name.</summary>
    /// <exception cref="StorageRuleException">It is not 3 to 63 lower-case letters, digits and single hyphens.</exception>
    public static void CheckContainer(string container)
    {
        ArgumentNullException.ThrowIfNull(container);
        if (!StorageText.IsDnsName(container))
            throw new StorageRuleException($"{StorageText.Shown(container)} is no container name: expected 3 to 63 lower-case letters, digits and single hyphens, a letter or digit at both ends.");
    }

    /// <summary>Checks a blob's name.</summary>
    /// <exception cref="StorageRuleException">The name breaks a rule.</exception>
    public static void CheckName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is 0 or > MaxNameLength)
            throw new StorageRuleException($"The blob name {StorageText.Shown(name)} has {name.Length} characters: expected 1 to {MaxNameLength}.");
        CheckCharacters("blob name", name);
        var segments = name.Split('/');
        if (segments.Length > MaxSegments)
            throw new StorageRuleException($"The blob name {StorageText.Shown(name)} has {segments.Length} segments: expected at most {MaxSegments}.");
        if (segments.Any(segment => segment.Length == 0 || segment[^1] == '.'))
            throw new StorageRuleException($"The blob name {StorageText.Shown(name)} has a segment that is empty or ends with a dot: expected segments like those of \"0000855654/0001558370-21-016273.txt\".");
    }

    /// <summary>Checks the beginning of names to list; it may be empty or end anywhere in a name.</summary>
    /// <exception cref="StorageRuleException">No name can begin so.</exception>
    public static void CheckPrefix(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        CheckCharacters("prefix", prefix);
    }

    /// <summary>Checks a blob's metadata.</summary>
    /// <exception cref="StorageRuleException">A name or value breaks a rule, or all of them together are too long.</exception>
    public static void CheckMetadata(IReadOnlyDictionary<string, string> metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        foreach (var (name, value) in metadata)
        {
            if (name.Length == 0 || !char.IsAsciiLetterLower(name[0]) || !name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character)))
                throw new StorageRuleException($"{StorageText.Shown(name)} is no metadata name: expected lower-case letters and digits, a letter first.");
            if (value.Length == 0 || value[0] == ' ' || value[^1] == ' ' || !value.All(character => character is >= ' ' and <= '~'))
                throw new StorageRuleException($"The metadata {name} is {StorageText.Shown(value)}: expected printable ASCII without blanks at its ends, one character or more.");
        }

        var size = metadata.Sum(pair => pair.Key.Length + pair.Value.Length);
        if (size > MaxMetadataSize)
            throw new StorageRuleException($"The metadata takes {size} bytes: expected at most {MaxMetadataSize} for names and values together.");
    }

    private static void CheckCharacters(string kind, string text)
    {
        foreach (var character in text)
        {
            // Stores list in the order of UTF-16 or of UTF-8; the two differ only where there are surrogates.
            if (character == '\\' || char.IsControl(character) || char.IsSurrogate(character))
                throw new StorageRuleException($"The {kind} {StorageText.Shown(text)} has the character U+{(int)character:X4}: expected no backslash, no control characters and none beyond U+FFFF.");
        }
    }
}
