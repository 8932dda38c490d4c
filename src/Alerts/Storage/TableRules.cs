namespace Alerts.Storage;

/// <summary>
/// What a table takes: the limits of Azure Table Storage, and three of our own (no empty keys, no keys with characters
/// beyond U+FFFF, no infinite numbers). Every <see cref="ITableStore"/> checks by these before it does anything.
/// </summary>
public static class TableRules
{
    /// <summary>Characters of a partition or row key; Azure says 1 KiB and counts UTF-16.</summary>
    public const int MaxKeyLength = 512;

    /// <summary>UTF-16 units of a string value.</summary>
    public const int MaxStringLength = 32 * 1024;

    /// <summary>Properties of a row, beside its keys and timestamp.</summary>
    public const int MaxProperties = 252;

    /// <summary>Characters of a property's name.</summary>
    public const int MaxPropertyNameLength = 255;

    /// <summary>Bytes of a row, by <see cref="SizeOf"/>.</summary>
    public const int MaxRowSize = 1024 * 1024;

    /// <summary>The first moment that a table can store.</summary>
    public static DateTimeOffset MinDate { get; } = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Checks a table's name.</summary>
    /// <exception cref="StorageRuleException">It is not 3 to 63 letters and digits that begin with a letter.</exception>
    public static void CheckTable(string table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Length is < 3 or > 63 || !char.IsAsciiLetter(table[0]) || !table.All(char.IsAsciiLetterOrDigit))
            throw new StorageRuleException($"{StorageText.Shown(table)} is no table name: expected 3 to 63 letters and digits of ASCII, a letter first.");
    }

    /// <summary>Checks the keys of a row.</summary>
    /// <exception cref="StorageRuleException">A key is empty, too long, or has a character that keys may not have.</exception>
    public static void CheckKeys(string partition, string row)
    {
        CheckKey("partition key", partition);
        CheckKey("row key", row);
    }

    /// <summary>Checks a row that is to be written: its keys, its properties and its size.</summary>
    /// <exception cref="StorageRuleException">The row breaks a rule; the message names the key or property.</exception>
    public static void CheckRow(TableRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        CheckKeys(row.Partition, row.Row);
        if (row.Values.Count > MaxProperties)
            throw new StorageRuleException($"{Name(row)} has {row.Values.Count} properties: expected at most {MaxProperties}.");
        foreach (var (name, value) in row.Values)
        {
            CheckPropertyName(row, name);
            CheckValue(row, name, value);
        }

        var size = SizeOf(row);
        if (size > MaxRowSize)
            throw new StorageRuleException($"{Name(row)} takes {size} bytes: expected at most {MaxRowSize} for its keys, names and values together.");
    }

    /// <summary>Checks a row that is to replace what was read.</summary>
    /// <exception cref="StorageRuleException">The row breaks a rule, or has no ETag.</exception>
    public static void CheckReplacement(TableRow row)
    {
        CheckRow(row);
        if (string.IsNullOrEmpty(row.ETag))
            throw new StorageRuleException($"{Name(row)} has no ETag: expected the ETag of the row as it was read.");
    }

    /// <summary>Checks a query: its partition, and bounds that mean the same order everywhere.</summary>
    /// <exception cref="StorageRuleException">The partition is no key, or a bound has characters beyond U+FFFF.</exception>
    public static void CheckQuery(string partition, string? from, string? to)
    {
        CheckKey("partition key", partition);
        foreach (var bound in (string?[])[from, to])
        {
            if (bound is not null && StorageText.HasSurrogates(bound))
                throw new StorageRuleException($"The bound {StorageText.Shown(bound)} has a character beyond U+FFFF: row keys have none; {nameof(Keys)}.{nameof(Keys.Escape)} writes them so that they keep their order.");
        }
    }

    /// <summary>
    /// The bytes that Azure counts for a row: 4, two for each character of the keys, and for each property 8, two for each
    /// character of its name, and its value (4 and two a character for a string, 1 for a bool, 8 for the others).
    /// </summary>
    public static long SizeOf(TableRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        long size = 4 + (2 * (row.Partition.Length + row.Row.Length));
        foreach (var (name, value) in row.Values)
        {
            size += 8 + (2 * name.Length);
            size += value switch { string text => 4 + (2 * text.Length), bool => 1, _ => 8 };
        }

        return size;
    }

    /// <summary>The row as a message names it.</summary>
    internal static string Name(TableRow row) => $"Row {StorageText.Shown(row.Row)} of partition {StorageText.Shown(row.Partition)}";

    private static void CheckKey(string kind, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length is 0 or > MaxKeyLength)
            throw new StorageRuleException($"The {kind} {StorageText.Shown(key)} has {key.Length} characters: expected 1 to {MaxKeyLength}.");
        foreach (var character in key)
        {
            // Stores compare keys as UTF-16 or as UTF-8; the two orders differ only where there are surrogates.
            if (character is '/' or '\\' or '#' or '?' || char.IsControl(character) || char.IsSurrogate(character))
                throw new StorageRuleException($"The {kind} {StorageText.Shown(key)} has the character U+{(int)character:X4}: expected none of / \\ # ?, no control characters and none beyond U+FFFF; {nameof(Keys)}.{nameof(Keys.Escape)} makes a key of any text.");
        }
    }

    private static void CheckPropertyName(TableRow row, string name)
    {
        if (name.Length is 0 or > MaxPropertyNameLength || char.IsAsciiDigit(name[0]) || !name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
            throw new StorageRuleException($"{Name(row)} has the property {StorageText.Shown(name)}: expected a C# identifier of at most {MaxPropertyNameLength} letters, digits and underscores of ASCII.");
        if (name is "PartitionKey" or "RowKey" or "Timestamp")
            throw new StorageRuleException($"{Name(row)} has the property {StorageText.Shown(name)}: expected another name, this one is the table's own.");
    }

    private static void CheckValue(TableRow row, string name, object? value)
    {
        var fault = value switch
        {
            string text when text.Length > MaxStringLength => $"{text.Length} characters: expected at most {MaxStringLength}",
            string text when !StorageText.IsWellFormed(text) => "half of a surrogate pair: expected whole characters",
            double number when !double.IsFinite(number) => $"the number {number}: expected a finite one",
            DateTimeOffset date when date.Offset != TimeSpan.Zero => $"the time {date:O}: expected UTC",
            DateTimeOffset date when date < MinDate => $"the time {date:O}: expected {MinDate:O} or later",
            string or long or double or bool or DateTimeOffset => null,
            null => "null: expected a value, or no property",
            _ => $"a value of type {value.GetType().Name}: expected string, long, double, bool or DateTimeOffset",
        };
        if (fault is not null)
            throw new StorageRuleException($"Property {name} of {Name(row)} has {fault}.");
    }
}
