using System.Reflection;
using Alerts.Functions.Triggers;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.Functions.Tests.Triggers;

/// <summary>Rules that hold for all functions.</summary>
public sealed class ConsistencyTests
{
    private static List<MethodInfo> Functions { get; } =
    [
        .. typeof(TimerPollFilings).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null),
    ];

    [Fact]
    public void The_functions_are_those_that_are_described()
    {
        string[] expected =
        [
            "AddSubscriber", "BeginSelfTest", "ChangeSubscriber", "Companies", "CompanyPage", "Confirm", "ConfirmPage", "DeliverAlert", "DeliverAlertPoison", "Events", "Feed", "Health",
            "HomePage", "ListCompanies", "ListSubscribers", "ParseFiling", "ParseFilingPoison", "PollFilings", "ProgramPage", "RaiseLapses", "ReadSelfTest", "Reconcile", "RemoveSubscriber", "SendAlerts",
            "SendAlertsPoison", "SendDigests", "SendGridEvents", "Subscribe", "SubscribePage", "Unsubscribe", "UnsubscribePage", "UnwatchCompany", "WatchCompany",
        ];

        Assert.Equal(expected, Functions.Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_health_SendGrid_and_what_readers_need_are_open_to_everybody()
    {
        var open = Functions.Where(method => Trigger<HttpTriggerAttribute>(method) is { AuthLevel: AuthorizationLevel.Anonymous });

        Assert.Equal(
            ["Companies", "CompanyPage", "Confirm", "ConfirmPage", "Events", "Feed", "Health", "HomePage", "ProgramPage", "SendGridEvents", "Subscribe", "SubscribePage", "Unsubscribe", "UnsubscribePage"],
            open.Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Timers_take_their_schedule_from_a_setting_and_never_run_at_a_start()
    {
        foreach (var timer in Functions.Select(Trigger<TimerTriggerAttribute>).OfType<TimerTriggerAttribute>())
        {
            Assert.Matches("^%[A-Za-z]+%$", timer.Schedule);
            Assert.False(timer.RunOnStartup);
            Assert.True(timer.UseMonitor);
        }
    }

    [Fact]
    public void Trigger_classes_are_named_by_their_trigger_and_are_sealed()
    {
        foreach (var method in Functions)
        {
            var kind = method.GetParameters()[0].GetCustomAttributes().Select(attribute => attribute.GetType().Name).Single(name => name.EndsWith("TriggerAttribute", StringComparison.Ordinal));
            Assert.StartsWith(kind.Replace("TriggerAttribute", "", StringComparison.Ordinal), method.DeclaringType!.Name, StringComparison.Ordinal);
            Assert.True(method.DeclaringType.IsSealed);
        }
    }

    [Theory]
    [InlineData("QueueTrigger", "0000855654:0001558370-21-016273/abcdefghijkm", "0001558370-21-016273")]
    [InlineData("QueueTrigger", "0000855654:0001558370-21-016273:2023-02-01", "0001558370-21-016273")]
    [InlineData("BlobTrigger", "filings/0000855654/0001558370-21-016273.txt", "0001558370-21-016273")]
    [InlineData("queueTrigger", "nonsense", "nonsense")]
    [InlineData("name", "0001558370-21-016273", "-")]
    public void What_a_filing_causes_is_found_under_its_accession_number(string key, string value, string accession) =>
        Assert.Equal(accession, Correlation.SubjectOf(new Dictionary<string, object?> { [key] = value }));

    private static T? Trigger<T>(MethodInfo method)
        where T : Attribute => method.GetParameters()[0].GetCustomAttribute<T>();
}
