using Microsoft.AspNetCore.Http;

namespace Alerts.Pages;

/// <summary>What every page tells the browser besides its content, the same from every head.</summary>
public static class PageHeaders
{
    /// <summary>Named to no other site, shown in no frame, and able to run or load nothing; whether caches keep it is the page's matter.</summary>
    public static void Set(IHeaderDictionary headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
    }
}
