namespace Alerts.Tests.Extraction.Outlook;

/// <summary>The specification of milestones and financial guidance, run as it is written.</summary>
public class SpecTests
{
    public static TheoryData<string> Names => [.. SpecExample.All().Select((example, index) => $"{index + 1}. {example.Name}")];

    [Theory]
    [MemberData(nameof(Names))]
    public void Example_gives_its_records(string name)
    {
        var example = SpecExample.All().ElementAt(int.Parse(name[..name.IndexOf('.')]) - 1);

        var differences = example.Differences();

        Assert.True(differences.Length == 0, $"{example.Name}\n{example.Filing}\n{differences}");
    }
}
