using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Alerts.Subscriptions;

namespace Alerts.Delivery.Webhooks;

/// <summary>
/// Symmetric signatures of Standard Webhooks 1.0.0: "v1," and the base64 of HMAC-SHA256 over "{id}.{timestamp}.{body}".
/// </summary>
public static class WebhookSignature
{
    /// <summary>Header with the id of the message; the same whenever it is sent again.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>Header with the time of the attempt, in seconds since 1970.</summary>
    public const string TimestampHeader = "webhook-timestamp";

    /// <summary>Header with the signatures, blanks between.</summary>
    public const string SignatureHeader = "webhook-signature";

    /// <summary>How far a timestamp may be off before a message counts as replayed, as receivers' libraries have it.</summary>
    public static TimeSpan Tolerance { get; } = TimeSpan.FromMinutes(5);

    /// <summary>The value of <see cref="SignatureHeader"/>: one signature for each secret.</summary>
    public static string Sign(IReadOnlyList<WebhookSecret> secrets, string id, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        // A full stop in the id would let the bytes of id, time and body be read in two ways.
        if (id.Length == 0 || id.Contains('.', StringComparison.Ordinal))
            throw new ArgumentException($"\"{id}\" cannot be signed: an id has no full stop.", nameof(id));
        var content = Content(id, at.ToUnixTimeSeconds(), body);
        return string.Join(' ', secrets.Select(secret => "v1," + Convert.ToBase64String(HMACSHA256.HashData(secret.Key, content))));
    }

    /// <summary>
    /// What is wrong with a message as a receiver got it; null where one of its signatures was made by one of the
    /// secrets, within <see cref="Tolerance"/> of now.
    /// </summary>
    public static string? Problem(
        IReadOnlyList<WebhookSecret> secrets, string? id, string? timestamp, string? signatures, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(id) || string.IsNullOrEmpty(timestamp) || string.IsNullOrEmpty(signatures))
            return $"The headers {IdHeader}, {TimestampHeader} and {SignatureHeader} are all needed.";
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return $"The header {TimestampHeader} is not a number of seconds.";
        if (Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds)
            return $"The header {TimestampHeader} is more than {Tolerance.TotalMinutes:0} minutes off.";
        var content = Content(id, seconds, body);
        var expected = secrets.Select(secret => HMACSHA256.HashData(secret.Key, content)).ToList();
        foreach (var signature in signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var given = new byte[HMACSHA256.HashSizeInBytes];
            if (signature.StartsWith("v1,", StringComparison.Ordinal)
                && Convert.TryFromBase64String(signature[3..], given, out var length)
                && length == given.Length
                && expected.Any(value => CryptographicOperations.FixedTimeEquals(value, given)))
            {
                return null;
            }
        }

        return "No signature was made by a known secret.";
    }

    private static byte[] Content(string id, long seconds, ReadOnlySpan<byte> body) =>
        [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{seconds}.")), .. body];
}
