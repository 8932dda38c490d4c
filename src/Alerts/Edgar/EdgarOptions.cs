using System.Net.Mail;

namespace Alerts.Edgar;

/// <summary>How EDGAR is asked. The defaults are the SEC's terms (https://www.sec.gov/os/accessing-edgar-data).</summary>
public sealed record EdgarOptions
{
    /// <summary>Where submissions lists live.</summary>
    public Uri DataAddress { get; init; } = new("https://data.sec.gov/");

    /// <summary>Where the archive of filings lives.</summary>
    public Uri ArchiveAddress { get; init; } = new("https://www.sec.gov/");

    /// <summary>
    /// The declared User-Agent that the SEC asks for: who reads and whom to write to, "Company contact@example.com".
    /// </summary>
    public required string UserAgent { get; init; }

    /// <summary>Requests a second for the whole process; the SEC allows ten.</summary>
    public int RequestsPerSecond { get; init; } = 8;

    /// <summary>How long to ask nothing after the SEC's block page or a 429 without Retry-After.</summary>
    public TimeSpan StopFor { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Further tries after a 5xx, a dropped connection or a broken body.</summary>
    public int Retries { get; init; } = 4;

    /// <summary>The delay before the first further try; doubled, with jitter, for each one after it.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The largest submission that is read; the largest 8-Ks of EDGAR hold about 100 MB.</summary>
    public long MaxBytes { get; init; } = 256L << 20;

    /// <summary>One sentence for each setting that cannot work, naming it; empty where all is well.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (!NamesContact(UserAgent))
        {
            problems.Add("The SEC asks every reader to declare itself: the User-Agent names you and an e-mail address, "
                + $"\"Company contact@example.com\"; it is \"{UserAgent}\".");
        }

        if (RequestsPerSecond is < 1 or > 10)
            problems.Add($"The SEC allows 1 to 10 requests a second; the setting is {RequestsPerSecond}.");
        return problems;
    }

    /// <summary>Whether the text holds a word and an e-mail address, and nothing that would break a header.</summary>
    private static bool NamesContact(string? userAgent)
    {
        if (string.IsNullOrWhiteSpace(userAgent) || userAgent.Any(c => c is < ' ' or > '~'))
            return false;
        var words = userAgent.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2 && words.Any(word => MailAddress.TryCreate(word.Trim('(', ')', '<', '>'), out var address) && address.Host.Contains('.', StringComparison.Ordinal));
    }
}
