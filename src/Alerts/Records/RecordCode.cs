using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alerts.Records;

/// <summary>The contract's spelling of codes: <c>ORR</c>, <c>TOPLINE_DATA</c>, <c>on_track</c>.</summary>
public static class RecordCode
{
    /// <summary>The code as JSON spells it.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Names<TEnum>.ByValue[value];

    private static class Names<TEnum>
        where TEnum : struct, Enum
    {
        // The attributes that JSON goes by are the one place where the spelling stands.
        internal static readonly IReadOnlyDictionary<TEnum, string> ByValue =
            Enum.GetValues<TEnum>().ToDictionary(value => value, value => JsonSerializer.SerializeToElement(value, Options).GetString()!);

        private static JsonSerializerOptions Options => new() { Converters = { new JsonStringEnumConverter<TEnum>() } };
    }
}
