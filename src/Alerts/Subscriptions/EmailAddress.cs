namespace Alerts.Subscriptions;

/// <summary>An e-mail address with the name shown for it.</summary>
/// <param name="Address">The address itself: "alerts@example.com".</param>
/// <param name="Name">The name that mail programs show; null for none.</param>
public sealed record EmailAddress(string Address, string? Name = null)
{
    /// <summary>
    /// True for the addresses that mail systems accept everywhere: ASCII, a dot-atom before the @ (RFC 5322, 3.2.3),
    /// a host name with a dot after it, at most 254 characters (RFC 5321, 4.5.3.1). Quoted and internationalised local
    /// parts are left out on purpose: not every mail system on the way would carry them.
    /// </summary>
    public static bool IsValid(string address) =>
        address.Length <= 254
        && address.Split('@') is [{ Length: <= 64 } local, var host]
        && local.Split('.').All(IsAtom)
        && host.Split('.') is { Length: > 1 } labels
        && labels.All(IsLabel)
        && !char.IsAsciiDigit(labels[^1][0]);

    private static bool IsAtom(string atom) =>
        atom.Length > 0 && atom.All(letter => char.IsAsciiLetterOrDigit(letter) || "!#$%&'*+-/=?^_`{|}~".Contains(letter, StringComparison.Ordinal));

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
