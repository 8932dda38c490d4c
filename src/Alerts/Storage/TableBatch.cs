namespace Alerts.Storage;

/// <summary>What one transaction takes: at most 100 actions on different rows of one partition, 4 MiB as sent.</summary>
public static class TableBatch
{
    /// <summary>Actions of a batch.</summary>
    public const int MaxActions = 100;

    /// <summary>Bytes of a batch, by <see cref="PayloadOf"/>.</summary>
    public const int MaxPayload = 4 * 1024 * 1024;

    /// <summary>Checks a batch and each of its rows.</summary>
    /// <exception cref="StorageRuleException">The batch breaks a rule; the message names the action.</exception>
    public static void Check(string partition, IReadOnlyList<TableAction> actions)
    {
        ArgumentNullException.ThrowIfNull(partition);
        ArgumentNullException.ThrowIfNull(actions);
        if (actions.Count > MaxActions)
            throw new StorageRuleException($"The batch on partition {StorageText.Shown(partition)} has {actions.Count} actions: expected at most {MaxActions}.");
        var rows = new HashSet<string>(StringComparer.Ordinal);
        foreach (var action in actions)
        {
            CheckAction(action);
            if (action.Row.Partition != partition)
                throw new StorageRuleException($"{TableRules.Name(action.Row)} is in a batch on partition {StorageText.Shown(partition)}: expected rows of that partition only.");
            if (!rows.Add(action.Row.Row))
                throw new StorageRuleException($"{TableRules.Name(action.Row)} is in the batch twice: expected each row once.");
        }

        var payload = actions.Sum(PayloadOf);
        if (payload > MaxPayload)
            throw new StorageRuleException($"The batch on partition {StorageText.Shown(partition)} takes {payload} bytes: expected at most {MaxPayload}.");
    }

    /// <summary>
    /// The actions, in their order, in as few batches as the limits allow. Each batch is a transaction, all of them together are
    /// not: order the actions so that the work can be taken up again after any of them.
    /// </summary>
    public static IEnumerable<IReadOnlyList<TableAction>> Split(IEnumerable<TableAction> actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        var batch = new List<TableAction>();
        long payload = 0;
        foreach (var action in actions)
        {
            var more = PayloadOf(action);
            if (batch.Count == MaxActions || (batch.Count > 0 && payload + more > MaxPayload))
            {
                yield return batch;
                batch = [];
                payload = 0;
            }

            batch.Add(action);
            payload += more;
        }

        if (batch.Count > 0)
            yield return batch;
    }

    /// <summary>
    /// No fewer bytes than the action takes in a request: its part of the multipart body with the address, and its row
    /// as JSON, in which each character that is not plain ASCII is written as \uXXXX.
    /// </summary>
    public static long PayloadOf(TableAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        const int Envelope = 1024; // Multipart boundary, request line, headers; the real ones take about 600.
        const int Property = 48; // Quotes, and "Name@odata.type":"Edm.DateTime" beside the name itself.
        var row = action.Row;
        long bytes = Envelope + (4 * (Escaped(row.Partition) + Escaped(row.Row))); // In the address (%XX for each byte) and in the row.
        if (action.Kind == TableActionKind.Delete)
            return bytes;
        foreach (var (name, value) in row.Values)
            bytes += Property + (2 * name.Length) + (value is string text ? Escaped(text) : 32);
        return bytes;
    }

    private static long Escaped(string text)
    {
        var plain = text.Count(character => char.IsAsciiLetterOrDigit(character) || character is ' ' or '.' or ',' or '-' or '_' or ':' or ';' or '(' or ')');
        return plain + (6L * (text.Length - plain));
    }

    private static void CheckAction(TableAction action)
    {
        switch (action.Kind)
        {
            case TableActionKind.Delete:
                TableRules.CheckKeys(action.Row.Partition, action.Row.Row);
                break;
            case TableActionKind.Replace:
                TableRules.CheckReplacement(action.Row);
                break;
            default:
                TableRules.CheckRow(action.Row);
                break;
        }
    }
}
