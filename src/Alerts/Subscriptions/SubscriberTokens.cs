using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Alerts.Subscriptions;

/// <summary>
/// Proof, in a link, that whoever holds it was sent it: a code over the subscriber's id that only the holder of the
/// secret can make. Nothing is stored, and a link works for as long as the secret stays.
/// </summary>
public sealed class SubscriberTokens
{
    // 72 bits: guessing needs a request for each guess, and the link has to stay within 77 bytes.
    private const int TokenBytes = 9;

    private readonly byte[] key;

    /// <summary>Tokens made with the secret.</summary>
    /// <param name="secret">At least 32 characters of the operator's choosing, kept over restarts.</param>
    public SubscriberTokens(string secret)
    {
        if (secret.Length < 32)
            throw new ArgumentException($"The secret for links has {secret.Length} characters; expected at least 32 random ones.", nameof(secret));
        key = Encoding.UTF8.GetBytes(secret);
    }

    /// <summary>Twelve characters, safe in a link, that let their holder unsubscribe the subscriber.</summary>
    public string ForUnsubscribe(string subscriberId) => Code("unsubscribe:" + subscriberId);

    /// <summary>True where the token is the subscriber's; takes the same time for every wrong one.</summary>
    public bool MayUnsubscribe(string subscriberId, string token) => Same(ForUnsubscribe(subscriberId), token);

    /// <summary>
    /// Twelve characters that let their holder confirm what was asked for the subscriber at that second. A later request has another token.
    /// </summary>
    public string ForConfirmation(string subscriberId, DateTimeOffset asked) =>
        Code(string.Create(CultureInfo.InvariantCulture, $"confirm:{subscriberId}:{asked.ToUnixTimeSeconds()}"));

    /// <summary>True where the token is that of the request; takes the same time for every wrong one.</summary>
    public bool MayConfirm(string subscriberId, DateTimeOffset asked, string token) => Same(ForConfirmation(subscriberId, asked), token);

    // The purpose is part of what is signed: a token for another purpose never unsubscribes.
    private string Code(string purpose) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(purpose)).AsSpan(0, TokenBytes));

    private static bool Same(string right, string token) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(token));
}
