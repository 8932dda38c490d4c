namespace Alerts.Delivery.Webhooks;

/// <summary>A receiver's host name leads to an address that nothing may be sent to.</summary>
/// <param name="host">The host name.</param>
/// <param name="refusal">Why, in a sentence.</param>
public sealed class TargetRefusedException(string host, string refusal) : IOException($"{host}: {refusal}");
