using Alerts.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.Functions.Triggers;

/// <summary>The self-test after a deployment: a function key is asked for.</summary>
public sealed class HttpSelfTest(SelfTest test)
{
    private const string Route = "manage/selftest";

    /// <summary>The filing that is sent through the app: one of the project's own samples.</summary>
    internal const string Filing = "selftest.txt";

    /// <summary>POST /manage/selftest: archives the filing; answers the test's name.</summary>
    [Function("BeginSelfTest")]
    public async Task<IActionResult> BeginAsync([HttpTrigger(AuthorizationLevel.Function, "post", Route = Route)] HttpRequest request, CancellationToken cancellation)
    {
        await using var resource = typeof(HttpSelfTest).Assembly.GetManifestResourceStream(Filing)!;
        using var content = new MemoryStream();
        await resource.CopyToAsync(content, cancellation);
        return new JsonAnswer(new { name = await test.BeginAsync(content.ToArray(), cancellation) }, StatusCodes.Status202Accepted);
    }

    /// <summary>GET /manage/selftest/{name}: how far it got.</summary>
    [Function("ReadSelfTest")]
    public async Task<IActionResult> ReadAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = Route + "/{name}")] HttpRequest request, string name, CancellationToken cancellation) =>
        await test.ReadAsync(name, cancellation) is { } report
            ? new JsonAnswer(report)
            : JsonAnswer.Refusal(StatusCodes.Status404NotFound, $"There is no self-test \"{name}\".");
}
