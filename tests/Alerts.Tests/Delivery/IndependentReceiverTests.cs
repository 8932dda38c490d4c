using System.Net;
using System.Text.Json;
using Alerts.Delivery;
using Alerts.Delivery.Webhooks;
using Alerts.Subscriptions;
using Alerts.Tests.Local.Storage;

namespace Alerts.Tests.Delivery;

/// <summary>What others make of our webhooks.</summary>
public sealed class IndependentReceiverTests
{
    // The clock of the receiver is set to that of the delivery; all else is the library's own.
    private const string Verify = """
        const { Webhook } = require('standardwebhooks');
        const fs = require('fs');
        const delivery = JSON.parse(fs.readFileSync(process.argv[2]));
        const body = fs.readFileSync(process.argv[3], 'utf8');
        Date.now = () => delivery.now * 1000;
        const verdict = (secret, text, headers) => {
          try { return new Webhook(secret).verify(text, headers).data.id; } catch (error) { return error.message; }
        };
        console.log(JSON.stringify({
          verified: verdict(delivery.secret, body, delivery.headers),
          afterRotation: verdict(delivery.nextSecret, body, delivery.headers),
          tampered: verdict(delivery.secret, body.replace('early 2023', 'early 2024'), delivery.headers),
          stranger: verdict('whsec_' + Buffer.alloc(24, 7).toString('base64'), body, delivery.headers),
        }));
        """;

    private const string Validate = """
        const Ajv = require('ajv/dist/2020');
        const fs = require('fs');
        const validate = new Ajv({ strict: true, strictRequired: false, allErrors: true }).compile(JSON.parse(fs.readFileSync(process.argv[2])));
        const valid = validate(JSON.parse(fs.readFileSync(process.argv[3])));
        console.log(JSON.stringify({ valid, errors: (validate.errors || []).map(error => error.instancePath + ' ' + error.message) }));
        """;

    private static readonly string[] Signed = [WebhookSignature.IdHeader, WebhookSignature.TimestampHeader, WebhookSignature.SignatureHeader];

    [NodeFact]
    public async Task Standard_webhooks_of_Node_verifies_a_delivery_and_refuses_a_forged_one()
    {
        using var folder = new TempFolder();
        var next = WebhookSecret.FromBytes([.. Enumerable.Range(1, 32).Select(number => (byte)number)]);
        var alert = AlertSamples.Alert(AlertSamples.ToplineDelayed, AlertSamples.OrrRevised);
        var request = await DeliverAsync(alert, [next, WebhookSecret.Parse(AlertSamples.Secret)]);
        await File.WriteAllBytesAsync(folder["body.json"], request.Body);
        await File.WriteAllTextAsync(folder["delivery.json"], JsonSerializer.Serialize(new
        {
            secret = AlertSamples.Secret,
            nextSecret = next.Reveal(),
            now = AlertSamples.Created.ToUnixTimeSeconds(),
            headers = Signed.ToDictionary(name => name, request.Header),
        }));

        var verdict = await NodeAsync(folder, Verify, folder["delivery.json"], folder["body.json"]);

        Assert.Equal(alert.Id, verdict.GetProperty("verified").GetString());
        Assert.Equal(alert.Id, verdict.GetProperty("afterRotation").GetString());
        Assert.Equal("No matching signature found", verdict.GetProperty("tampered").GetString());
        Assert.Equal("No matching signature found", verdict.GetProperty("stranger").GetString());
    }

    [NodeFact]
    public async Task Ajv_of_Node_finds_the_payload_as_the_schema_describes_it()
    {
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder["body.json"], AlertPayload.Of(AlertPayloadTests.Everything).ToUtf8());

        var verdict = await NodeAsync(folder, Validate, AlertPayloadTests.SchemaFile, folder["body.json"]);

        Assert.Equal("[]", verdict.GetProperty("errors").GetRawText());
        Assert.True(verdict.GetProperty("valid").GetBoolean());
    }

    private static async Task<LoopbackReceiver.Received> DeliverAsync(Alert alert, WebhookSecret[] secrets)
    {
        await using var receiver = await LoopbackReceiver.StartAsync(HttpStatusCode.OK);
        using var client = new HttpClient(WebhookConnection.CreateHandler(TargetPolicy.Anywhere));
        var sender = new WebhookSender(client, AlertSamples.Options with { Targets = TargetPolicy.Anywhere }, new ManualTime(AlertSamples.Created));
        Assert.IsType<DeliveryResult.Delivered>(
            await sender.SendAsync(new(receiver.Url, secrets), alert.Id, AlertPayload.Of(alert).ToUtf8(), CancellationToken.None));
        return Assert.Single(receiver.Requests);
    }

    private static async Task<JsonElement> NodeAsync(TempFolder folder, string script, params string[] arguments)
    {
        // Node looks for packages from the script's folder upwards.
        var file = Path.Combine(NodePackages.Folder!, Path.GetFileName(folder.Path) + ".js");
        await File.WriteAllTextAsync(file, script);
        try
        {
            return JsonDocument.Parse(await Programs.RunAsync("node", [file, .. arguments])).RootElement;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
