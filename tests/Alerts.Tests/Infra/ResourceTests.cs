using System.Text.Json;
using System.Text.RegularExpressions;
using Alerts.Pipeline;
using Alerts.Storage;

namespace Alerts.Tests.Infra;

/// <summary>What the deployment creates is what the code uses.</summary>
public sealed class ResourceTests
{
    // https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
    private static readonly Dictionary<string, string> BuiltInRoles = new()
    {
        ["Storage Blob Data Owner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        ["Storage Blob Data Contributor"] = "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
        ["Storage Queue Data Contributor"] = "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
        ["Storage Table Data Contributor"] = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
        ["Monitoring Metrics Publisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
        ["Key Vault Secrets User"] = "4633458b-17de-408a-b874-0445c86b69e6",
        ["Key Vault Secrets Officer"] = "b86a8fe4-44ce-4948-aee5-eccb2c155cd7",
    };

    private static string StorageModule { get; } = Repository.Text("infra/modules/storage.bicep");

    [Fact]
    public void The_tables_of_the_code_are_created()
    {
        var sources = Repository.Sources("src/Alerts");
        var inCode = Repository.All(sources, "const string Table = \"(\\w+)\";").Concat([RecordStore.DataPoints, RecordStore.Guidance]);

        Assert.Equal(Repository.Sorted(inCode), Repository.Sorted(ListOf("tables")));
    }

    [Fact]
    public void The_queues_of_the_code_are_created_with_those_of_what_was_given_up()
    {
        string[] queues = [Queues.Alerts, Queues.Deliveries];

        Assert.Equal(
            Repository.Sorted([.. queues, .. queues.Select(queue => QueueRules.PoisonQueue(queue)!), "webjobs-blobtrigger-poison"]),
            Repository.Sorted(ListOf("queues")));
    }

    [Fact]
    public void The_containers_of_the_code_are_created()
    {
        var outbox = Assert.Single(Repository.All(Repository.Text("src/Alerts.Functions/Email/BlobOutbox.cs"), "const string Container = \"([a-z-]+)\";"));
        var deadLetters = Assert.Single(Repository.All(Repository.Text("infra/subscription.bicep"), "blobContainerName: '([a-z-]+)'"));

        Assert.Equal(Repository.Sorted([FilingArchive.Container, outbox, deadLetters, "deployments"]), Repository.Sorted(ListOf("containers")));
        Assert.Contains("}deployments'", StorageModule, StringComparison.Ordinal);
    }

    [Fact]
    public void Filings_are_never_deleted()
    {
        var rule = StorageModule[StorageModule.IndexOf("'filings-become-cool'", StringComparison.Ordinal)..StorageModule.IndexOf("'mails-and-dead-letters-go'", StringComparison.Ordinal)];

        Assert.Contains($"prefixMatch: ['{FilingArchive.Container}/']", rule, StringComparison.Ordinal);
        Assert.Contains("tierToCool", rule, StringComparison.Ordinal);
        Assert.DoesNotContain("delete", rule, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_opens_with_a_shared_key()
    {
        Assert.Contains("allowSharedKeyAccess: false", StorageModule, StringComparison.Ordinal);
        Assert.Contains("allowBlobPublicAccess: false", StorageModule, StringComparison.Ordinal);
        Assert.Contains("DisableLocalAuth: true", Repository.Text("infra/modules/monitoring.bicep"), StringComparison.Ordinal);
        var all = string.Join('\n', Repository.Bicep.Select(Repository.Text));
        Assert.Equal(["infra/subscription.bicep"], Repository.Bicep.Where(file => Repository.Text(file).Contains("listKeys(", StringComparison.Ordinal)));
        Assert.DoesNotContain("AccountKey", all, StringComparison.Ordinal);
    }

    [Fact]
    public void Role_ids_are_those_of_their_names()
    {
        var module = Repository.Text("infra/modules/roles.bicep");
        var roles = Regex.Matches(module, "^  '([A-Z][A-Za-z ]+)': '([0-9a-f-]{36})'$", RegexOptions.Multiline).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

        Assert.Equal(BuiltInRoles.OrderBy(role => role.Key), roles.OrderBy(role => role.Key));
        Assert.All(roles.Keys, role => Assert.True(Regex.Count(module, Regex.Escape($"'{role}'")) > 1, $"{role} is given to nobody"));
        Assert.Empty(Repository.All(module, @"roles\['([^']+)'\]").Except(roles.Keys));
        Assert.Empty(Repository.All(Repository.Block(module, module.IndexOf("= [", StringComparison.Ordinal) + 2), "'([^']+)'").Except(roles.Keys));
    }

    [Fact]
    public void Each_alert_rule_looks_for_a_message_that_the_code_writes()
    {
        var messages = Repository.All(Repository.Sources("src/Alerts.Functions"), @"\[LoggerMessage\(\d+, LogLevel\.\w+, ""([^""]+)""\)\]");
        var looked = Repository.All(Repository.Text("infra/modules/rules.bicep"), "startswith \"([^\"]+)\"");

        Assert.Equal(7, looked.Count);
        Assert.All(looked, beginning => Assert.Contains(messages, message => message.StartsWith(beginning, StringComparison.Ordinal)));
    }

    [Fact]
    public void Log_messages_have_numbers_of_their_own()
    {
        var numbers = Regex.Matches(Repository.Sources("src/Alerts.Functions"), @"\[LoggerMessage\((\d+),").Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(numbers.Distinct(), numbers);
    }

    [Fact]
    public void The_subscription_calls_the_function_that_takes_blobs()
    {
        var subscription = Repository.Text("infra/subscription.bicep");
        var trigger = Repository.Text("src/Alerts.Functions/Triggers/BlobParseFiling.cs");

        Assert.Contains("[Function(nameof(ParseFiling))]", trigger, StringComparison.Ordinal);
        Assert.Contains("Source = BlobTriggerSource.EventGrid", trigger, StringComparison.Ordinal);
        Assert.Contains($"functionName=Host.Functions.{nameof(ParseFiling)}&", subscription, StringComparison.Ordinal);
        Assert.Contains($"/containers/{FilingArchive.Container}/blobs/'", subscription, StringComparison.Ordinal);
    }

    [Fact]
    public void The_host_reads_messages_as_they_are_sent_and_tries_them_as_often_as_the_local_head()
    {
        using var host = JsonDocument.Parse(Repository.Text("host.json"));
        var extensions = host.RootElement.GetProperty("extensions");

        Assert.Equal("base64", extensions.GetProperty("queues").GetProperty("messageEncoding").GetString());
        Assert.Equal(QueueRules.MaxTries, extensions.GetProperty("queues").GetProperty("maxDequeueCount").GetInt32());
        // Unsubscribe links are {PublicUrl}/u/…, without the host's usual /api.
        Assert.Equal("", extensions.GetProperty("http").GetProperty("routePrefix").GetString());
        Assert.False(File.Exists(Repository.PathOf("src/Alerts.Functions/host.json")));
    }

    [Fact]
    public void The_addresses_of_deployed_apps_leave_room_for_the_unsubscribe_header()
    {
        // 'alerts-${take(token, 8)}' under azurewebsites.net; DeliveryOptions allows 47 characters.
        var name = Assert.Single(Repository.All(Repository.Text("infra/main.bicep"), @"^  app: '([^']+)'"));

        Assert.Equal("alerts-${take(token, 8)}", name);
        Assert.InRange($"https://alerts-{new string('x', 8)}.azurewebsites.net".Length, 1, 47);
    }

    private static IReadOnlyList<string> ListOf(string variable)
    {
        var start = StorageModule.IndexOf($"var {variable} = [", StringComparison.Ordinal);
        return Repository.All(Repository.Block(StorageModule, StorageModule.IndexOf('[', start)), "'([^']+)'");
    }
}
