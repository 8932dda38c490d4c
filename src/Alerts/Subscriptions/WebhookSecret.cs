namespace Alerts.Subscriptions;

/// <summary>
/// A symmetric signing secret of Standard Webhooks: 24 to 64 random bytes, written <c>whsec_</c> and base64. Printing
/// it shows nothing of it; <see cref="Reveal"/> does.
/// </summary>
public sealed class WebhookSecret : IEquatable<WebhookSecret>
{
    private const string Prefix = "whsec_";
    private readonly byte[] key;

    private WebhookSecret(byte[] key) => this.key = key;

    /// <summary>The bytes that sign.</summary>
    public ReadOnlySpan<byte> Key => key;

    /// <summary>A secret of the given random bytes (24 to 64).</summary>
    public static WebhookSecret FromBytes(ReadOnlySpan<byte> random) => random.Length is >= 24 and <= 64
        ? new(random.ToArray())
        : throw new ArgumentException($"A webhook secret has 24 to 64 bytes, not {random.Length}.", nameof(random));

    /// <summary>Reads a secret; the prefix may be missing, as receivers' libraries allow too.</summary>
    /// <exception cref="FormatException">It is not base64, or not of 24 to 64 bytes. The message never shows the secret.</exception>
    public static WebhookSecret Parse(string text)
    {
        var encoded = text.AsSpan().Trim();
        if (encoded.StartsWith(Prefix, StringComparison.Ordinal))
            encoded = encoded[Prefix.Length..];
        var buffer = new byte[encoded.Length];
        if (!Convert.TryFromBase64Chars(encoded, buffer, out var written))
            throw new FormatException("The webhook secret is not whsec_ followed by base64.");
        return written is >= 24 and <= 64
            ? new(buffer[..written])
            : throw new FormatException($"The webhook secret holds {written} bytes; it needs 24 to 64.");
    }

    /// <summary>The secret itself, for the receiver's owner and the store.</summary>
    public string Reveal() => Prefix + Convert.ToBase64String(key);

    /// <inheritdoc/>
    public bool Equals(WebhookSecret? other) => other is not null && Key.SequenceEqual(other.Key);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WebhookSecret);

    /// <inheritdoc/>
    public override int GetHashCode() => BitConverter.ToInt32(key, 0);

    /// <inheritdoc/>
    public override string ToString() => Prefix + "…";
}
