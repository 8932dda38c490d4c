using System.Globalization;
using Alerts.Records;
using Alerts.Subscriptions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Alerts.Signup;

/// <summary>The public form as it was typed, so that it can be shown again with what is wrong.</summary>
public sealed record SignupForm
{
    /// <summary>The e-mail address.</summary>
    public string Email { get; init; } = "";

    /// <summary>Tickers and CIKs, with blanks, commas or lines between; none for all companies.</summary>
    public string Companies { get; init; } = "";

    /// <summary>Names of programs, with commas, semicolons or lines between.</summary>
    public string Programs { get; init; } = "";

    /// <summary>Codes of the kinds that were ticked; none for all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Code of the cadence.</summary>
    public string Cadence { get; init; } = RecordCode.Of(Subscriptions.Cadence.Immediate);

    /// <summary>Least confidence.</summary>
    public string Confidence { get; init; } = SubscriptionRule.DefaultMinimumConfidence.ToString(CultureInfo.InvariantCulture);

    /// <summary>A field that people do not see. Only programs that fill in whatever they find fill it in.</summary>
    public string Website { get; init; } = "";

    /// <summary>Reads what a browser sent: application/x-www-form-urlencoded.</summary>
    public static SignupForm Parse(string body)
    {
        var fields = QueryHelpers.ParseQuery(body);
        string Field(string name, string otherwise) => fields.TryGetValue(name, out var value) && !StringValues.IsNullOrEmpty(value) ? value[0]! : otherwise;
        var blank = new SignupForm();
        return new SignupForm
        {
            Email = Field("email", "").Trim(),
            Companies = Field("companies", ""),
            Programs = Field("programs", ""),
            Kinds = fields.TryGetValue("kinds", out var kinds) ? [.. kinds.OfType<string>()] : [],
            Cadence = Field("cadence", blank.Cadence),
            Confidence = Field("confidence", blank.Confidence).Trim(),
            Website = Field("website", ""),
        };
    }

    /// <summary>What is asked for, as far as it could be read, and a sentence for each part that could not.</summary>
    public (Subscriber Wanted, IReadOnlyList<string> Problems) Read(DateTimeOffset now)
    {
        var problems = new List<string>();
        var kinds = new List<ChangeKind>();
        foreach (var kind in Kinds)
        {
            if (Find<ChangeKind>(kind) is { } known)
                kinds.Add(known);
            else
                problems.Add($"\"{kind}\" is no kind of change; expected {Codes<ChangeKind>()}.");
        }

        var cadence = Find<Cadence>(Cadence);
        if (cadence is null)
            problems.Add($"\"{Cadence}\" does not say how often; expected {Codes<Cadence>()}.");
        if (!double.TryParse(Confidence, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var confidence))
        {
            problems.Add($"The least confidence \"{Confidence}\" is no number; expected one from 0 to 1, such as 0.7.");
            confidence = SubscriptionRule.DefaultMinimumConfidence;
        }

        var rule = new SubscriptionRule { Programs = [.. Names(Programs, ',', ';')], Kinds = [.. kinds.Distinct()], MinimumConfidence = confidence };
        return (Subscriber.ForEmail(Email, now) with { Watchlist = [.. Names(Companies, ',', ';', ' ', '\t')], Rule = rule, Cadence = cadence ?? default }, problems);
    }

    private static T? Find<T>(string code)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => RecordCode.Of(value) == code).Select(value => (T?)value).FirstOrDefault();

    private static string Codes<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(RecordCode.Of));

    private static IEnumerable<string> Names(string text, params char[] between) =>
        text.Split(['\n', '\r', .. between], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase);
}
