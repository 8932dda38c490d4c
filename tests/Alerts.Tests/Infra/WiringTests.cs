using System.Text.Json;
using System.Text.RegularExpressions;

namespace Alerts.Tests.Infra;

/// <summary>The Bicep files fit together: parameters, outputs and modules that are named are there, and none is idle.</summary>
public sealed partial class WiringTests
{
    private static string Main { get; } = Repository.Text("infra/main.bicep");

    private static Dictionary<string, (string File, string Body)> Modules { get; } = ModuleStatement().Matches(Main).ToDictionary(
        match => match.Groups[1].Value,
        match => ("infra/" + match.Groups[2].Value, Repository.Block(Main, match.Index + match.Length - 1)));

    public static TheoryData<string> ModuleNames() => [.. Modules.Keys];

    public static TheoryData<string> BicepFiles() => [.. Repository.Bicep];

    [Theory]
    [MemberData(nameof(ModuleNames))]
    public void A_module_gets_all_the_parameters_that_it_has_to_get_and_no_others(string name)
    {
        var (file, body) = Modules[name];
        var text = Repository.Text(file);
        var given = Keys(Repository.Block(body, body.IndexOf('{', body.IndexOf("params:", StringComparison.Ordinal))));

        Assert.Empty(given.Except(Repository.All(text, @"^param (\w+) ")));
        Assert.Empty(Repository.All(text, @"^param (\w+) \w+$").Except(given));
    }

    [Fact]
    public void Outputs_that_are_used_are_there()
    {
        foreach (Match use in Regex.Matches(Main, @"\b(\w+)!?\.outputs\.(\w+)"))
            Assert.Contains(use.Groups[2].Value, Repository.All(Repository.Text(Modules[use.Groups[1].Value].File), @"^output (\w+) "));
    }

    [Fact]
    public void Every_module_is_deployed() =>
        Assert.Equal(
            Repository.Bicep.Where(file => file.StartsWith("infra/modules/", StringComparison.Ordinal)),
            Repository.Sorted(Modules.Values.Select(module => module.File)));

    [Theory]
    [MemberData(nameof(BicepFiles))]
    public void Every_parameter_and_variable_is_used(string file)
    {
        var text = Repository.Text(file);

        Assert.All(Repository.All(text, @"^(?:param|var) (\w+) "), name => Assert.True(Regex.Count(text, $@"\b{name}\b") > 1, $"{name} is used nowhere in {file}"));
    }

    [Theory]
    [MemberData(nameof(BicepFiles))]
    public void Names_that_are_used_are_declared(string file)
    {
        var text = Repository.Text(file);
        var declared = Repository.All(text, @"^(?:param|var|resource|module) (\w+) ").Concat(Repository.All(text, @"\[for \(?(\w+)")).Concat(Repository.All(text, @"\[for \(\w+, (\w+)\)"));
        var used = Repository.All(WithoutText(text), @"(?<![\w.'@])([a-z]\w*)!?\.(?:id|name|properties|outputs|identity)\b");

        Assert.Empty(used.Except(declared));
    }

    [Fact]
    public void The_parameters_file_names_parameters_and_what_is_left_to_ask_is_contact_sender_and_key()
    {
        using var json = JsonDocument.Parse(Repository.Text("infra/main.parameters.json"));
        var given = json.RootElement.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name).ToList();

        Assert.Empty(given.Except(Repository.All(Main, @"^param (\w+) ")));
        // azd asks for what has no default where the file has nothing, or only a setting of azd that may not be set.
        var values = json.RootElement.GetProperty("parameters");
        var sure = given.Where(name => values.GetProperty(name).GetProperty("value").GetString() is { } value && (value.StartsWith("${AZURE_", StringComparison.Ordinal) || value.Contains('=')));
        Assert.Equal(["contactEmail", "senderAddress", "sendGridApiKeyOrEmpty"], Repository.All(Main, @"^param (\w+) \w+$").Except(sure));
    }

    [Fact]
    public void The_settings_of_azd_that_the_parameters_file_reads_are_described()
    {
        var read = Repository.All(Repository.Text("infra/main.parameters.json"), @"\$\{(\w+)").Where(name => !name.StartsWith("AZURE_", StringComparison.Ordinal)).ToList();

        Assert.All(read, name => Assert.Contains($"`{name}`", Repository.Text("docs/azure.md"), StringComparison.Ordinal));
    }

    [Fact]
    public void Secrets_are_secure_and_no_output()
    {
        foreach (var text in Repository.Bicep.Select(Repository.Text))
            Assert.All(Regex.Matches(text, @"^param (\w*(?:[Kk]ey|[Ss]ecret)\w*) ", RegexOptions.Multiline), match => Assert.Contains("@secure()", text[..match.Index][^200..], StringComparison.Ordinal));
        Assert.Empty(Repository.All(string.Join('\n', Repository.Bicep.Select(Repository.Text)), @"^output (\w*(?:[Kk]ey|[Ss]ecret)\w*) "));
    }

    [Fact]
    public void Hooks_read_only_what_the_deployment_puts_out()
    {
        var outputs = Repository.All(Main, @"^output ([A-Z_]+) ");
        foreach (var hook in Directory.EnumerateFiles(Repository.PathOf("infra/hooks"), "*.sh"))
        {
            var text = File.ReadAllText(hook);
            Assert.Empty(Repository.All(text, @"\$\{?([A-Z][A-Z_]+)").Except([.. outputs, "ALERTS_HOOK_PAUSE"]));
        }

        foreach (var hook in Directory.EnumerateFiles(Repository.PathOf("infra/hooks"), "*.ps1"))
            Assert.Empty(Repository.All(File.ReadAllText(hook), @"\$env:(\w+)").Except([.. outputs, "ALERTS_HOOK_PAUSE"]));
    }

    [Fact]
    public void Every_hook_is_there_for_both_systems()
    {
        var named = Repository.All(Repository.Text("azure.yaml"), @"run: (\S+)");
        Assert.Equal(4, named.Count);
        Assert.All(named, file => Assert.True(File.Exists(Repository.PathOf(file)), file));
        string[] Names(string extension) => [.. Directory.EnumerateFiles(Repository.PathOf("infra/hooks"), extension).Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];
        Assert.Equal(Names("*.sh"), Names("*.ps1"));
    }

    // Property names on the first level of an object, on one line or several.
    private static List<string> Keys(string block)
    {
        var flat = WithoutText(block);
        while (Inner().IsMatch(flat))
            flat = Inner().Replace(flat, "x");
        return [.. Regex.Matches(flat, @"(?:^|[,\n])\s*(\w+):").Select(match => match.Groups[1].Value)];
    }

    private static string WithoutText(string bicep) => Comment().Replace(Literal().Replace(bicep, "''"), "");

    [GeneratedRegex(@"^module (\w+) '([^']+)' = (?:if \([^)]+\) )?\{", RegexOptions.Multiline)]
    private static partial Regex ModuleStatement();

    [GeneratedRegex(@"[{\[(][^{}\[\]()]*[}\])]")]
    private static partial Regex Inner();

    [GeneratedRegex(@"'(?:[^'\\\n]|\\.)*'")]
    private static partial Regex Literal();

    [GeneratedRegex("//[^\n]*")]
    private static partial Regex Comment();
}
