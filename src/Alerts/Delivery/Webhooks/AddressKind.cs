using System.Net;
using System.Net.Sockets;

namespace Alerts.Delivery.Webhooks;

/// <summary>Tells public addresses from all others, by the registries of special-purpose addresses (RFC 6890 and its updates).</summary>
internal static class AddressKind
{
    private static readonly (IPNetwork Network, string Kind)[] SpecialV4 =
    [
        (IPNetwork.Parse("0.0.0.0/8"), "of this network"),
        (IPNetwork.Parse("10.0.0.0/8"), "private"),
        (IPNetwork.Parse("100.64.0.0/10"), "shared by a carrier (CGNAT)"),
        (IPNetwork.Parse("127.0.0.0/8"), "loopback"),
        (IPNetwork.Parse("169.254.0.0/16"), "link-local, where cloud metadata is served"),
        (IPNetwork.Parse("172.16.0.0/12"), "private"),
        (IPNetwork.Parse("192.0.0.0/24"), "reserved for protocols"),
        (IPNetwork.Parse("192.0.2.0/24"), "for documentation"),
        (IPNetwork.Parse("192.88.99.0/24"), "a relay's"),
        (IPNetwork.Parse("192.168.0.0/16"), "private"),
        (IPNetwork.Parse("198.18.0.0/15"), "for benchmarks"),
        (IPNetwork.Parse("198.51.100.0/24"), "for documentation"),
        (IPNetwork.Parse("203.0.113.0/24"), "for documentation"),
        (IPNetwork.Parse("224.0.0.0/4"), "multicast"),
        (IPNetwork.Parse("240.0.0.0/4"), "reserved"),
        // Public in form, but every Azure machine reaches its platform's own services there.
        (IPNetwork.Parse("168.63.129.16/32"), "Azure's platform"),
    ];

    // Of IPv6 only the global unicast block is public; these parts of it are not.
    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    private static readonly (IPNetwork Network, string Kind)[] SpecialV6 =
    [
        (IPNetwork.Parse("2001::/23"), "reserved for protocols (Teredo and others)"),
        (IPNetwork.Parse("2001:db8::/32"), "for documentation"),
        (IPNetwork.Parse("2002::/16"), "a tunnel to an IPv4 address (6to4)"),
        (IPNetwork.Parse("3fff::/20"), "for documentation"),
    ];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>What sort of address it is where it is not public; null for a public one.</summary>
    public static string? OfNonPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return OfNonPublic(address.MapToIPv4());
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return Find(SpecialV4, address);
        if (Nat64.Contains(address))
            return OfNonPublic(new IPAddress(address.GetAddressBytes().AsSpan(12)));
        return GlobalV6.Contains(address) ? Find(SpecialV6, address) : OfLocalV6(address);
    }

    private static string OfLocalV6(IPAddress address)
    {
        if (IPAddress.IsLoopback(address))
            return "loopback";
        if (address.IsIPv6LinkLocal)
            return "link-local";
        return address.IsIPv6UniqueLocal ? "private (unique local)" : "not a public IPv6 address";
    }

    private static string? Find((IPNetwork Network, string Kind)[] networks, IPAddress address)
    {
        foreach (var (network, kind) in networks)
        {
            if (network.Contains(address))
                return kind;
        }

        return null;
    }
}
