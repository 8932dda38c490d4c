using System.Security.Cryptography;
using System.Text;

namespace Alerts.Delivery;

/// <summary>
/// Names a delivery: one occasion, one subscriber. Whatever is derived from it is the same however often a step runs,
/// which is what keeps a subscriber from hearing twice of one filing.
/// </summary>
/// <param name="Occasion">
/// What gave rise to the alert (<see cref="Pipeline.Occasion"/>), the day of a digest (<see cref="DigestName"/>),
/// or a request to be confirmed (<see cref="ConfirmationOccasion"/>).
/// </param>
/// <param name="SubscriberId">The subscriber.</param>
public sealed record DeliveryKey(string Occasion, string SubscriberId)
{
    /// <summary>
    /// "msg_" and 32 hexadecimal digits: the webhook's id, the e-mail's Message-ID and the name of its file.
    /// Receivers drop what they have by it.
    /// </summary>
    public string AlertId => "msg_" + Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(SubscriberId + "\n" + Occasion)).AsSpan(0, 16));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is not an occasion and a subscriber with a slash between.</exception>
    public static DeliveryKey Parse(string text) => text.Split('/') is [{ Length: > 0 } occasion, { Length: > 0 } subscriber]
        ? new(occasion, subscriber)
        : throw new FormatException($"\"{text}\" names no delivery; expected occasion/subscriber.");

    /// <summary>"occasion/subscriber", for queue messages and logs.</summary>
    public override string ToString() => Occasion + "/" + SubscriberId;
}
