using Alerts.Delivery.Email;

namespace Alerts.Local.Demo;

/// <summary>Is told what the demo does.</summary>
internal interface IDemoWatch : IWorkWatch
{
    /// <summary>A message went into the outbox.</summary>
    void Mailed(EmailMessage message);
}
