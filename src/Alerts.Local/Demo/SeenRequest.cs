namespace Alerts.Local.Demo;

/// <summary>A request that the stand-in received.</summary>
/// <param name="Path">Path without host and query.</param>
/// <param name="UserAgent">The header as sent.</param>
/// <param name="Conditional">Whether it carried If-None-Match or If-Modified-Since.</param>
/// <param name="Status">The answer's status, also where the connection was cut after it.</param>
public sealed record SeenRequest(string Path, string UserAgent, bool Conditional, int Status);
