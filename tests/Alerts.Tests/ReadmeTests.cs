using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Alerts.Tests.Local;

namespace Alerts.Tests;

public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Corpus.Root, "README.md"));

    private static readonly string[] Figures = ["precision", "recall", "f1"];

    private static readonly Dictionary<string, string> Measures = new()
    {
        ["clinical results, core"] = "data.core",
        ["clinical results, full"] = "data.full",
        ["milestones, core"] = "milestone.core",
        ["milestones, full"] = "milestone.full",
        ["financial guidance, core"] = "financial.core",
        ["financial guidance, full"] = "financial.full",
        ["filing fields"] = "filing.fields",
    };

    [Fact]
    public void Table_of_accuracy_says_what_was_measured()
    {
        using var report = JsonDocument.Parse(File.ReadAllText(Path.Combine(Corpus.Root, "tests", "Alerts.Tests", "accuracy.json")));
        foreach (var (name, measure) in Measures)
        {
            var figures = report.RootElement.GetProperty(measure);
            var row = string.Join(" | ", Figures.Select(f => figures.GetProperty(f).GetDouble().ToString("0.000", CultureInfo.InvariantCulture)));
            Assert.Contains($"| {name} | {row} |", Readme, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_command_that_it_names_is_there()
    {
        var help = await Cli.RunAsync("--help");

        foreach (var command in Commands().Matches(Readme).Select(match => match.Groups[1].Value).Distinct())
            Assert.Contains($"  {command} ", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_that_it_links_to_is_there()
    {
        foreach (var link in Links().Matches(Readme).Select(match => match.Groups[1].Value))
            Assert.True(File.Exists(Path.Combine(Corpus.Root, link)), link);
    }

    [GeneratedRegex(@"^alerts ([a-z]+)|^dotnet run --project src/Alerts\.Local -- ([a-z]+)", RegexOptions.Multiline)]
    private static partial Regex Commands();

    [GeneratedRegex(@"\]\((?!https?:)([^)#\s]{1,200})\)")]
    private static partial Regex Links();
}
