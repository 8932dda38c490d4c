using System.Text.Json;
using Alerts.Records;
using Microsoft.AspNetCore.Mvc;

namespace Alerts.Functions.Triggers;

/// <summary>An answer in JSON, as records are written.</summary>
internal sealed class JsonAnswer : ContentResult
{
    /// <summary>The answer.</summary>
    public JsonAnswer(object value, int status = 200)
    {
        Content = JsonSerializer.Serialize(value, RecordJson.Indented);
        ContentType = "application/json; charset=utf-8";
        StatusCode = status;
    }

    /// <summary>What is wrong with a request, a sentence each.</summary>
    public static JsonAnswer Refusal(int status, params IReadOnlyList<string> problems) => new(new { problems }, status);
}
