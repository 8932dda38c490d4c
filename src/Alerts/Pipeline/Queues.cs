namespace Alerts.Pipeline;

/// <summary>The queues between the steps. Messages are references: an occasion, a delivery.</summary>
public static class Queues
{
    /// <summary>Occasions to tell subscribers of; read by <see cref="SendAlerts"/>.</summary>
    public const string Alerts = "alerts";

    /// <summary>Deliveries to carry out; read by <see cref="Delivery.DeliverAlert"/>.</summary>
    public const string Deliveries = "deliveries";
}
