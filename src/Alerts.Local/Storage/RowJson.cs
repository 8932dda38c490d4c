using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Alerts.Local.Storage;

/// <summary>
/// A row's properties as JSON that a person can read in the file: strings, integers and booleans as themselves, the others
/// in an object that names their type: {"confidence":{"double":0.98},"acceptedAt":{"utc":"2021-11-30T12:01:16.0000000Z"}}.
/// </summary>
internal static class RowJson
{
    private const string DoubleType = "double";
    private const string TimeType = "utc";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The properties as JSON, in the order of their names.</summary>
    public static string Write(IReadOnlyDictionary<string, object> properties)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            foreach (var (name, value) in properties.OrderBy(property => property.Key, StringComparer.Ordinal))
                WriteProperty(json, name, value);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>The properties that <see cref="Write"/> wrote.</summary>
    public static IReadOnlyDictionary<string, object> Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.EnumerateObject().ToDictionary(property => property.Name, property => ReadValue(property.Value), StringComparer.Ordinal);
    }

    private static void WriteProperty(Utf8JsonWriter json, string name, object value)
    {
        json.WritePropertyName(name);
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case double number:
                json.WriteStartObject();
                json.WriteNumber(DoubleType, number);
                json.WriteEndObject();
                break;
            case DateTimeOffset moment:
                json.WriteStartObject();
                json.WriteString(TimeType, moment.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
                json.WriteEndObject();
                break;
            default:
                throw new ArgumentException($"{name} is of type {value.GetType().Name}, which rows do not have.", nameof(value));
        }
    }

    private static object ReadValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetInt64(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Object when value.TryGetProperty(DoubleType, out var number) => number.GetDouble(),
        JsonValueKind.Object when value.TryGetProperty(TimeType, out var time) =>
            DateTimeOffset.ParseExact(time.GetString()!, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        _ => throw new FormatException($"{value} is no property of a stored row."),
    };
}
