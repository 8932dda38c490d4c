using System.Text.Json;
using System.Text.Json.Serialization;
using Alerts.Records;
using Alerts.Subscriptions;

namespace Alerts.Signup;

/// <summary>What a program sends to the public page; the names are those of the operator's interface. E-mail only: a webhook's owner is the operator's to know.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SignupJson
{
    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>CIKs and tickers; none for all companies.</summary>
    public IReadOnlyList<string>? Watchlist { get; init; }

    /// <summary>Which changes count.</summary>
    public SubscriptionRule? Rule { get; init; }

    /// <summary>How often.</summary>
    public Cadence Cadence { get; init; }

    /// <summary>Reads a request's body.</summary>
    /// <returns>What is asked for, or what is wrong, in a sentence.</returns>
    public static (Subscriber? Wanted, string? Problem) Read(string body, DateTimeOffset now)
    {
        try
        {
            return JsonSerializer.Deserialize<SignupJson>(body, RecordJson.Options) is { Email: { } email } request && request.IsWhole
                ? (Subscriber.ForEmail(email, now) with { Watchlist = request.Watchlist ?? [], Rule = request.Rule ?? new(), Cadence = request.Cadence }, null)
                : (null, "Expected an object with \"email\", and if you like \"watchlist\", \"rule\" and \"cadence\", without nulls in their lists.");
        }
        catch (JsonException error)
        {
            return (null, error.Message);
        }
    }

    // JSON can put null where no list has any.
    private bool IsWhole => (Watchlist ?? []).All(entry => entry is not null)
        && (Rule is null || (Rule is { Programs: not null, Kinds: not null, Words: not null, Codes: not null, Items: not null, MinimumDifference: not null }
            && Rule.Programs.Concat(Rule.Codes).Concat(Rule.Items).All(name => name is not null)));
}
