using Alerts.Delivery.Webhooks;
using Alerts.Records;

namespace Alerts.Pages.Events;

/// <summary>A page of a company's changes, oldest first. Its shape is fixed by schemas/events-1.schema.json: fields are added, never changed.</summary>
internal sealed record CompanyEvents
{
    /// <summary>Name and version of this shape.</summary>
    public string Schema { get; init; } = "alerts.events/1";

    /// <summary>Ten-digit CIK, or the key of a company without one.</summary>
    public required string Company { get; init; }

    /// <summary>The changes, oldest first.</summary>
    public required IReadOnlyList<CompanyEvent> Events { get; init; }

    /// <summary>The place behind the last change: what <c>after=</c> takes, now or when there is more; null before the first.</summary>
    public string? After { get; init; }

    /// <summary>The next page; null where this is the last one for now.</summary>
    public string? Next { get; init; }
}

/// <summary>One change and where it stands.</summary>
/// <param name="At">When it became known: the filing's acceptance, or the day of a lapse.</param>
/// <param name="Filing">Accession number, or the name of a document without one.</param>
/// <param name="Url">The filing on sec.gov; null for a document without accession number.</param>
/// <param name="Change">The change as webhooks have it.</param>
internal sealed record CompanyEvent(DateTimeOffset At, string? Filing, string? Url, AlertedChange Change)
{
    public static CompanyEvent Of(Change change) => new(change.At!.Value, change.Filing, change.Url, AlertedChange.Of(change));
}
