using System.Text.Json;
using System.Text.RegularExpressions;

namespace Alerts.Tests.Delivery;

/// <summary>
/// Checks a document against the part of JSON Schema (draft 2020-12) that our schemas use. Stricter than the
/// standard in one point: a field that the schema does not describe is a problem, so that none is sent undescribed.
/// </summary>
internal sealed class JsonSchemaCheck(JsonElement root)
{
    public IReadOnlyList<string> Problems(JsonElement value) => [.. Check(root, value, "$")];

    private IEnumerable<string> Check(JsonElement schema, JsonElement value, string path, bool open = false) =>
        schema.EnumerateObject().SelectMany(keyword => Check(schema, keyword, value, path, open));

    private IEnumerable<string> Check(JsonElement schema, JsonProperty keyword, JsonElement value, string path, bool open)
    {
        var expected = keyword.Value;
        return keyword.Name switch
        {
            "$schema" or "title" or "description" or "$defs" => [],
            "$ref" => Check(Resolve(expected.GetString()!), value, path, open),
            "type" => Problem(IsOfType(value, expected.GetString()!), path, $"is no {expected}"),
            "const" => Problem(JsonElement.DeepEquals(value, expected), path, $"is not {expected}"),
            "enum" => Problem(expected.EnumerateArray().Any(allowed => JsonElement.DeepEquals(value, allowed)), path, $"is {value}, none of {expected}"),
            "pattern" => Problem(value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, expected.GetString()!), path, $"is {value}, not {expected}"),
            "minLength" => Problem(Length(value) >= expected.GetInt32(), path, "is too short"),
            "maxLength" => Problem(Length(value) <= expected.GetInt32(), path, "is too long"),
            "minimum" => Problem(value.GetDouble() >= expected.GetDouble(), path, "is too small"),
            "maximum" => Problem(value.GetDouble() <= expected.GetDouble(), path, "is too large"),
            "minItems" => Problem(value.GetArrayLength() >= expected.GetInt32(), path, "has too few items"),
            "items" => value.EnumerateArray().SelectMany((item, index) => Check(expected, item, $"{path}[{index}]")),
            "required" => expected.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path} lacks {name}"),
            "properties" => Properties(expected, value, path, open),
            "oneOf" => Problem(expected.EnumerateArray().Count(option => !Check(option, value, path, open: true).Any()) == 1, path, "fits none or several of oneOf"),
            _ => throw new NotSupportedException($"The schema uses \"{keyword.Name}\", which this check does not know."),
        };
    }

    private IEnumerable<string> Properties(JsonElement described, JsonElement value, string path, bool open) =>
        value.EnumerateObject().SelectMany(field => described.TryGetProperty(field.Name, out var schema)
            ? Check(schema, field.Value, $"{path}.{field.Name}")
            : open ? [] : [$"{path}.{field.Name} is not described"]);

    private JsonElement Resolve(string reference) =>
        reference.Split('/').Skip(1).Aggregate(root, (schema, name) => schema.GetProperty(name));

    private static int Length(JsonElement value) => value.GetString()!.EnumerateRunes().Count();

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => value.ValueKind.ToString().Equals(type, StringComparison.OrdinalIgnoreCase),
    };

    private static IEnumerable<string> Problem(bool good, string path, string problem) => good ? [] : [$"{path} {problem}"];
}
