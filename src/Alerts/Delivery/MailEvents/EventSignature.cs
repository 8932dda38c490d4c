using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Alerts.Delivery.MailEvents;

/// <summary>
/// Proof that SendGrid posted a batch of events: ECDSA over P-256 and SHA-256 of the timestamp and the bytes of the body as they came (SendGrid's
/// Signed Event Webhook).
/// </summary>
public sealed class EventSignature
{
    /// <summary>The header that holds the signature: DER in base64.</summary>
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";

    /// <summary>The header that holds the second (Unix time) at which it was signed.</summary>
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    private const string P256 = "1.2.840.10045.3.1.7";

    private readonly byte[] key;

    private EventSignature(byte[] key) => this.key = key;

    /// <summary>
    /// The age beyond which a batch is refused. SendGrid posts a batch that was not taken for 24 hours and does not say whether it signs anew each
    /// time; a shorter age could lose complaints for ever. What is posted twice within it changes nothing.
    /// </summary>
    public static TimeSpan Oldest { get; } = TimeSpan.FromHours(25);

    /// <summary>How far ahead SendGrid's clock may be.</summary>
    public static TimeSpan Ahead { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Reads SendGrid's verification key: a public key on P-256, DER (SubjectPublicKeyInfo) in base64.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out EventSignature? signature)
    {
        ArgumentNullException.ThrowIfNull(text);
        signature = null;
        var buffer = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, buffer, out var length))
            return false;
        try
        {
            using var curve = Import(buffer.AsSpan(0, length));
            if (curve.ExportParameters(includePrivateParameters: false).Curve.Oid.Value != P256)
                return false;
        }
        catch (CryptographicException)
        {
            return false;
        }

        signature = new EventSignature(buffer[..length]);
        return true;
    }

    /// <summary>True where the timestamp is a second not too far from now.</summary>
    public static bool IsTimely(string timestamp, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var second)
        && second <= now.ToUnixTimeSeconds() + (long)Ahead.TotalSeconds
        && second >= now.ToUnixTimeSeconds() - (long)Oldest.TotalSeconds;

    /// <summary>True where the holder of the key signed these bytes at that time.</summary>
    public bool Verify(string signature, string timestamp, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(signature);
        var buffer = new byte[signature.Length];
        if (!Convert.TryFromBase64String(signature, buffer, out var length))
            return false;
        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp), .. body];
        try
        {
            // Made for each batch: what verifies may not be shared between threads.
            using var curve = Import(key);
            return curve.VerifyData(signed, buffer.AsSpan(0, length), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static ECDsa Import(ReadOnlySpan<byte> key)
    {
        var curve = ECDsa.Create();
        try
        {
            curve.ImportSubjectPublicKeyInfo(key, out _);
            return curve;
        }
        catch
        {
            curve.Dispose();
            throw;
        }
    }
}
