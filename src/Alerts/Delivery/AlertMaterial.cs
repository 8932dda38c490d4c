using Alerts.Records;

namespace Alerts.Delivery;

/// <summary>What an alert is made of, as it is stored now.</summary>
/// <param name="Filing">Header and cover of the filing.</param>
/// <param name="Url">The filing on sec.gov.</param>
/// <param name="Changes">Those of the asked changes that are still there and whose quotes still stand in the archived filing.</param>
/// <param name="Coverage">What was not understood in the filing.</param>
public sealed record AlertMaterial(FilingFacts Filing, Uri Url, IReadOnlyList<Change> Changes, IReadOnlyList<CoverageNote> Coverage);

/// <summary>Loads what a delivery tells of, leaving out the changes whose evidence no longer holds; null where the filing is gone.</summary>
public delegate Task<AlertMaterial?> LoadAlertMaterial(DeliveryEntry delivery, CancellationToken cancellation);
