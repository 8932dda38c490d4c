using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Alerts.Functions.Settings;

/// <summary>Reads settings one by one and collects what is wrong with them, so that all of it is said at once.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    // What the platform leaves in place of a secret that it could not get.
    private const string Unresolved = "@Microsoft.KeyVault(";

    /// <summary>One sentence for each problem so far.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>The setting; null where it is missing or empty.</summary>
    public string? Optional(string name)
    {
        // Environment variables write the separator of a section as "__", configuration as ":".
        var value = configuration[name.Replace("__", ":", StringComparison.Ordinal)];
        if (string.IsNullOrWhiteSpace(value))
            return null;
        if (!value.StartsWith(Unresolved, StringComparison.OrdinalIgnoreCase))
            return value.Trim();
        Problems.Add($"The setting {name} is a reference to the key vault that was not resolved: the secret is missing, or the app's identity may not read it.");
        return null;
    }

    /// <summary>The setting, which has to be there.</summary>
    public string Required(string name, string expected)
    {
        var before = Problems.Count;
        if (Optional(name) is { } value)
            return value;
        if (Problems.Count == before)
            Problems.Add($"The setting {name} is missing: expected {expected}.");
        return "";
    }

    /// <summary>An http or https address.</summary>
    public Uri Address(string name, Uri? otherwise = null)
    {
        var text = otherwise is null ? Required(name, "an https address") : Optional(name);
        if (string.IsNullOrEmpty(text))
            return otherwise ?? new Uri("https://missing.invalid");
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp))
            return address;
        Problems.Add($"The setting {name} is \"{text}\": expected an https address.");
        return new Uri("https://missing.invalid");
    }

    /// <summary>A whole number.</summary>
    public int Number(string name, int otherwise, int least, int most)
    {
        if (Optional(name) is not { } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Problems.Add($"The setting {name} is \"{text}\": expected a whole number from {least} to {most}.");
        return otherwise;
    }

    /// <summary>Something that is on or off.</summary>
    public bool Switch(string name, bool otherwise)
    {
        if (Optional(name) is not { } text)
            return otherwise;
        if (bool.TryParse(text, out var isOn))
            return isOn;
        Problems.Add($"The setting {name} is \"{text}\": expected true or false.");
        return otherwise;
    }

    /// <summary>A schedule of six fields, which the host reads; here it is only looked at, because the host's own complaint names no setting.</summary>
    public void Schedule(string name)
    {
        var text = Required(name, "a schedule of six fields such as \"0 */5 * * * *\"");
        if (text.Length > 0 && text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length != 6)
            Problems.Add($"The setting {name} is \"{text}\": expected a schedule of six fields, seconds first, such as \"0 */5 * * * *\".");
    }
}
