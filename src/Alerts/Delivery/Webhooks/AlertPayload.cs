using System.Text.Json;
using Alerts.Delivery.Wording;
using Alerts.Records;

namespace Alerts.Delivery.Webhooks;

/// <summary>The body of a webhook. Its shape is fixed by schemas/alert-1.schema.json: fields are added, never changed.</summary>
public sealed record AlertPayload
{
    /// <summary>Name and version of <see cref="Data"/>.</summary>
    public const string CurrentSchema = "alerts.alert/1";

    /// <summary>Always "alert.created".</summary>
    public string Type { get; init; } = "alert.created";

    /// <summary>When the alert came into being, in UTC; the time of the attempt stands in the headers.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The alert.</summary>
    public required AlertData Data { get; init; }

    /// <summary>The payload of an alert.</summary>
    public static AlertPayload Of(Alert alert) => new()
    {
        Timestamp = alert.Created.ToUniversalTime(),
        Data = new()
        {
            Id = alert.Id,
            Subject = alert.Subject,
            Filing = new(alert.Filing, alert.Url),
            Changes = [.. alert.Changes.Select(AlertedChange.Of)],
            Coverage = alert.Coverage,
            Why = alert.Why,
        },
    };

    /// <summary>The bytes that are signed and sent.</summary>
    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, RecordJson.Options);
}

/// <summary>The alert in a payload.</summary>
public sealed record AlertData
{
    /// <summary>Always <see cref="AlertPayload.CurrentSchema"/>.</summary>
    public string Schema { get; init; } = AlertPayload.CurrentSchema;

    /// <summary>The same as the header webhook-id.</summary>
    public required string Id { get; init; }

    /// <summary>The line that says it all, as in the e-mail's subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The filing.</summary>
    public required AlertedFiling Filing { get; init; }

    /// <summary>The changes, the most important first.</summary>
    public required IReadOnlyList<AlertedChange> Changes { get; init; }

    /// <summary>What was not read or not understood in the filing.</summary>
    public required IReadOnlyList<CoverageNote> Coverage { get; init; }

    /// <summary>Why this came, in a sentence.</summary>
    public required string Why { get; init; }
}

/// <summary>The filing in a payload.</summary>
public sealed record AlertedFiling
{
    /// <summary>The facts of a filing with its address.</summary>
    public AlertedFiling(FilingFacts facts, Uri url) =>
        (Accession, Cik, Company, Ticker, Form, FiledAt, EventDate, Items, Url) =
        (facts.Accession, facts.Cik, facts.Company, facts.Ticker, facts.Form, facts.FiledAt, facts.EventDate, facts.Items, url.AbsoluteUri);

    /// <inheritdoc cref="FilingFacts.Accession"/>
    public string? Accession { get; }

    /// <inheritdoc cref="FilingFacts.Cik"/>
    public string? Cik { get; }

    /// <inheritdoc cref="FilingFacts.Company"/>
    public string? Company { get; }

    /// <inheritdoc cref="FilingFacts.Ticker"/>
    public string? Ticker { get; }

    /// <inheritdoc cref="FilingFacts.Form"/>
    public string? Form { get; }

    /// <inheritdoc cref="FilingFacts.FiledAt"/>
    public DateTimeOffset? FiledAt { get; }

    /// <inheritdoc cref="FilingFacts.EventDate"/>
    public DateOnly? EventDate { get; }

    /// <inheritdoc cref="FilingFacts.Items"/>
    public IReadOnlyList<string> Items { get; }

    /// <summary>The filing on sec.gov.</summary>
    public string Url { get; }
}

/// <summary>One change in a payload.</summary>
public sealed record AlertedChange
{
    /// <inheritdoc cref="Change.Id"/>
    public required string Id { get; init; }

    /// <inheritdoc cref="Change.Kind"/>
    public required ChangeKind Kind { get; init; }

    /// <inheritdoc cref="Records.Change.Word"/>
    public required ChangeWord Change { get; init; }

    /// <inheritdoc cref="Records.Change.Code"/>
    public required string Code { get; init; }

    /// <inheritdoc cref="Records.Change.By"/>
    public double? By { get; init; }

    /// <inheritdoc cref="Records.Change.Program"/>
    public string? Program { get; init; }

    /// <inheritdoc cref="Records.Change.Trial"/>
    public string? Trial { get; init; }

    /// <summary>The change in a line, as in the e-mail.</summary>
    public required string Title { get; init; }

    /// <inheritdoc cref="Records.Change.Before"/>
    public Statement? Before { get; init; }

    /// <inheritdoc cref="Records.Change.After"/>
    public Statement? After { get; init; }

    /// <inheritdoc cref="Records.Change.Course"/>
    public Course? Course { get; init; }

    /// <inheritdoc cref="Records.Change.IntervalsOverlap"/>
    public bool? IntervalsOverlap { get; init; }

    /// <inheritdoc cref="Records.Change.BeforeFiling"/>
    public string? BeforeFiling { get; init; }

    /// <inheritdoc cref="Records.Change.Corrects"/>
    public string? Corrects { get; init; }

    /// <inheritdoc cref="Records.Change.Quote"/>
    public string? Quote { get; init; }

    /// <summary>The document of the filing that the quote stands in.</summary>
    public string? Document { get; init; }

    /// <inheritdoc cref="Records.Change.Confidence"/>
    public required double Confidence { get; init; }

    internal static AlertedChange Of(Change change) => new()
    {
        Id = change.Id,
        Kind = change.Kind,
        Change = change.Word,
        Code = change.Code,
        By = change.By,
        Program = change.Program,
        Trial = change.Trial,
        Title = ChangeWording.Of(change).Title,
        Before = change.Before,
        After = change.After,
        Course = change.Course,
        IntervalsOverlap = change.IntervalsOverlap,
        BeforeFiling = change.BeforeFiling,
        Corrects = change.Corrects,
        Quote = change.Quote,
        Document = (change.After ?? change.Before)?.Document,
        Confidence = change.Confidence,
    };
}
