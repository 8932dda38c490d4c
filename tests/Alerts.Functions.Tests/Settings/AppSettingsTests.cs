using Alerts.Functions.Settings;
using Microsoft.Extensions.Configuration;

namespace Alerts.Functions.Tests.Settings;

public sealed class AppSettingsTests
{
    private static Dictionary<string, string?> OnAzure => new()
    {
        ["AzureWebJobsStorage:blobServiceUri"] = "https://a.blob.core.windows.net/",
        ["AzureWebJobsStorage:queueServiceUri"] = "https://a.queue.core.windows.net/",
        ["AzureWebJobsStorage:tableServiceUri"] = "https://a.table.core.windows.net/",
        ["AzureWebJobsStorage:clientId"] = "client",
        ["PollSchedule"] = "0 */5 * * * *",
        ["ReconcileSchedule"] = "0 0 6 * * *",
        ["LapseSchedule"] = "0 30 5 * * *",
        ["DigestSchedule"] = "0 15 * * * *",
        ["SecUserAgent"] = "Example you@example.com",
        ["SenderAddress"] = "alerts@example.com",
        ["SenderName"] = "Alerts",
        ["PublicUrl"] = "https://alerts-abcdefgh.azurewebsites.net",
        ["LinkSecret"] = "0123456789abcdef0123456789abcdef",
    };

    [Fact]
    public void Settings_of_a_deployment_are_read()
    {
        var (settings, problems) = Read(OnAzure);

        Assert.Empty(problems);
        Assert.Equal(("https://a.table.core.windows.net/", "client"), (settings!.Storage.TableAddress!.AbsoluteUri, settings.Storage.ClientId));
        Assert.Null(settings.Storage.ConnectionString);
        Assert.Null(settings.SendGridApiKey);
        Assert.Equal(TimeSpan.FromDays(3), settings.Pipeline.LiveWithin);
        Assert.Equal(60, settings.Signup.PerHour);
        Assert.Null(settings.MailEvents.Key);
        Assert.Equal("https://data.sec.gov/", settings.Edgar.DataAddress.AbsoluteUri);
    }

    [Fact]
    public void The_key_of_SendGrids_events_is_read()
    {
        var values = OnAzure;
        values["SendGridEventKey"] = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAELXEihbl8tc6d3SfJIXDS34DeC71gGtl36xiY8SpN4KYJ3rn4I9DVjn8yR89YPEON+KtUMxVLvRnFT1aL41TDfw==";

        Assert.NotNull(Read(values).Settings!.MailEvents.Key);
    }

    [Fact]
    public void Environment_variables_are_read_under_the_names_that_are_deployed()
    {
        Environment.SetEnvironmentVariable("AlertsTest_AzureWebJobsStorage__blobServiceUri", "https://env.blob.core.windows.net/");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(OnAzure).AddEnvironmentVariables("AlertsTest_").Build();

        Assert.Equal("https://env.blob.core.windows.net/", AppSettings.Read(configuration).Settings!.Storage.BlobAddress!.AbsoluteUri);
    }

    [Fact]
    public void A_connection_string_is_enough_on_one_machine()
    {
        var values = OnAzure.Where(pair => !pair.Key.StartsWith("AzureWebJobsStorage", StringComparison.Ordinal)).ToDictionary();
        values["AzureWebJobsStorage"] = "UseDevelopmentStorage=true";

        Assert.Equal("UseDevelopmentStorage=true", Read(values).Settings!.Storage.ConnectionString);
    }

    [Fact]
    public void All_that_is_missing_is_named_at_once()
    {
        var (settings, problems) = Read([]);

        Assert.Null(settings);
        string[] names =
        [
            SettingNames.SecUserAgent, SettingNames.SenderAddress, SettingNames.PublicUrl, SettingNames.LinkSecret, SettingNames.PollSchedule,
            SettingNames.ReconcileSchedule, SettingNames.LapseSchedule, SettingNames.DigestSchedule, SettingNames.BlobAddress, SettingNames.QueueAddress, SettingNames.TableAddress,
        ];
        Assert.Equal(names.Select(name => $"The setting {name} is missing").Order(), problems.Select(problem => problem[..problem.IndexOf(':', StringComparison.Ordinal)]).Order());
    }

    [Theory]
    [InlineData("LinkSecret", "@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/LinkSecret)", "The setting LinkSecret is a reference to the key vault that was not resolved")]
    [InlineData("SendGridApiKey", "@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/SendGridApiKey)", "The setting SendGridApiKey is a reference")]
    [InlineData("LinkSecret", "short", "The link secret has 5 characters")]
    [InlineData("SecUserAgent", "nobody", "The SEC asks every reader to declare itself")]
    [InlineData("SenderAddress", "not an address", "The sender \"not an address\" is not an e-mail address")]
    [InlineData("PublicUrl", "alerts.example.com", "The setting PublicUrl is \"alerts.example.com\": expected an https address.")]
    [InlineData("PublicUrl", "https://an-address-that-is-much-too-long-for-the-header.example.com", "unsubscribe headers allow for")]
    [InlineData("PollSchedule", "*/5 * * * *", "The setting PollSchedule is \"*/5 * * * *\": expected a schedule of six fields")]
    [InlineData("LiveWithinDays", "soon", "The setting LiveWithinDays is \"soon\": expected a whole number from 1 to 30.")]
    [InlineData("StaleAfterMinutes", "0", "The setting StaleAfterMinutes is \"0\"")]
    [InlineData("SendGridEventKey", "SG.secret", "The setting SendGridEventKey is no verification key: expected")]
    [InlineData("SignupsPerHour", "-1", "The setting SignupsPerHour is \"-1\": expected a whole number from 0 to 10000.")]
    [InlineData("AzureWebJobsStorage:tableServiceUri", "nowhere", "The setting AzureWebJobsStorage__tableServiceUri is \"nowhere\"")]
    public void What_cannot_work_is_said_in_one_sentence(string name, string value, string said)
    {
        var values = OnAzure;
        values[name] = value;

        Assert.Contains(said, Assert.Single(Read(values).Problems), StringComparison.Ordinal);
    }

    private static (AppSettings? Settings, IReadOnlyList<string> Problems) Read(Dictionary<string, string?> values) =>
        AppSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
}
