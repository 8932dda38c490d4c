using System.Text.RegularExpressions;

namespace Alerts.Subscriptions;

/// <summary>An e-mail address with the name shown for it.</summary>
/// <param name="Address">The address itself: "alerts@example.com".</param>
/// <param name="Name">The name that mail programs show; null for none.</param>
public sealed partial record EmailAddress(string Address, string? Name = null)
{
    /// <summary>
    /// True for the addresses that mail systems accept everywhere: ASCII, a dot-atom before the @, a host name with a
    /// dot after it, at most 254 characters (RFC 5321, 4.5.3.1). Quoted and internationalised local parts are left
    /// out on purpose: not every mail system on the way would carry them.
    /// </summary>
    public static bool IsValid(string address) =>
        address.Length <= 254
        && address.IndexOf('@', StringComparison.Ordinal) is > 0 and <= 64
        && Pattern().IsMatch(address);

    [GeneratedRegex(
        """\A[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,31}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z][a-z0-9-]{0,61}[a-z0-9]\z""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
