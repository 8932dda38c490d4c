using System.Net;

namespace Alerts.Delivery.Webhooks;

/// <summary>Where webhooks may go. Addresses of the operator's own network are nobody else's to reach through us.</summary>
/// <param name="AllowHttp">Plain http is allowed.</param>
/// <param name="AllowPrivateAddresses">Loopback, private and link-local addresses are allowed.</param>
public sealed record TargetPolicy(bool AllowHttp, bool AllowPrivateAddresses)
{
    /// <summary>https to public addresses only.</summary>
    public static TargetPolicy Public { get; } = new(false, false);

    /// <summary>Everything, for a receiver on the same machine.</summary>
    public static TargetPolicy Anywhere { get; } = new(true, true);

    /// <summary>
    /// Why an address may not be a target, as far as its text tells; null where it may. What its host name resolves
    /// to is checked again whenever a connection is made.
    /// </summary>
    public string? Refusal(Uri url)
    {
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
            return $"The webhook address \"{url}\" is not an absolute https address.";
        if (url.Scheme == Uri.UriSchemeHttp && !AllowHttp)
            return $"The webhook address \"{url}\" uses http; alerts are sent over https only.";
        if (url.UserInfo.Length > 0)
            return $"The webhook address of host {url.Host} holds a user name or password; the signature takes their place.";
        if (url.Fragment.Length > 0 || url.AbsoluteUri.Length > 2048)
            return $"The webhook address of host {url.Host} has a fragment or is longer than 2,048 characters.";
        return IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) ? Refusal(address) : null;
    }

    /// <summary>Why nothing may be sent to an address; null where it may.</summary>
    public string? Refusal(IPAddress address) => AllowPrivateAddresses || AddressKind.OfNonPublic(address) is not { } kind
        ? null
        : $"The webhook address {address} is {kind}; alerts are sent to public addresses only.";
}
