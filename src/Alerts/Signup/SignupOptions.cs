namespace Alerts.Signup;

/// <summary>What the operator decides about the public page for subscribing.</summary>
public sealed record SignupOptions
{
    /// <summary>Requests in an hour unless the operator says otherwise.</summary>
    public const int DefaultPerHour = 60;

    /// <summary>
    /// Most requests that are taken in an hour (UTC), and so the most confirmation mails of the installation; beyond it the page asks to come
    /// back later. 0 closes the page.
    /// </summary>
    public int PerHour { get; init; } = DefaultPerHour;
}
