using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("Alerts.Functions.Tests.Storage.AzuriteFramework", "Alerts.Functions.Tests")]

namespace Alerts.Functions.Tests.Storage;

/// <summary>
/// Leaves out the classes named "…OnAzuriteTests" where the emulator is not to be had: their tests are inherited from the suites and
/// cannot say so themselves. <see cref="AzuriteTests"/> says it for them.
/// </summary>
public sealed class AzuriteFramework(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkDiscoverer CreateDiscoverer(IAssemblyInfo assemblyInfo) =>
        new Discoverer(assemblyInfo, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Discoverer(IAssemblyInfo assembly, ISourceInformationProvider source, IMessageSink messages)
        : XunitTestFrameworkDiscoverer(assembly, source, messages)
    {
        protected override bool IsValidTestClass(ITypeInfo type) =>
            base.IsValidTestClass(type) && (!type.Name.EndsWith("OnAzuriteTests", StringComparison.Ordinal) || Azurite.Clients is not null);
    }
}

/// <summary>Tells of the suites that need the emulator.</summary>
public sealed class AzuriteTests
{
    [AzuriteFact]
    public async Task Tables_blobs_and_queues_answer_on_the_emulator()
    {
        Assert.NotNull(await Azurite.Clients!.Blobs().GetPropertiesAsync());
        Assert.NotNull(await Azurite.Clients!.Queues().GetPropertiesAsync());
    }
}

/// <summary>A test on the emulator; reports itself skipped, with the reason, where it is not to be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AzuriteFactAttribute : FactAttribute
{
    /// <summary>Skips where the emulator is not to be had.</summary>
    public AzuriteFactAttribute()
    {
        if (Azurite.Clients is null)
            Skip = $"{Azurite.Why}: the storage suites did not run on Azurite";
    }
}
