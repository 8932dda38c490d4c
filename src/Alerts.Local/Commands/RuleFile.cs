using System.Text.Json;
using Alerts.Records;
using Alerts.Subscriptions;

namespace Alerts.Local.Commands;

/// <summary>A subscriber's rule as a JSON file: the fields of <see cref="SubscriptionRule"/>.</summary>
internal static class RuleFile
{
    /// <summary>Reads and checks a rule.</summary>
    /// <exception cref="InputException">It is no rule; the message names the file and what is wrong.</exception>
    public static SubscriptionRule Read(string file)
    {
        SubscriptionRule rule;
        try
        {
            rule = JsonSerializer.Deserialize<SubscriptionRule>(InputFiles.Read(file), RecordJson.Options)
                ?? throw new InputException($"{file}: expected a rule as a JSON object, found null.");
        }
        catch (JsonException error)
        {
            throw new InputException($"{file}: no rule: {error.Message}");
        }

        return SubscriberChecks.Problems(rule) is { Count: > 0 } problems ? throw new InputException($"{file}: {string.Join(" ", problems)}") : rule;
    }
}
