using System.Text.Json;
using Alerts.Tests.Delivery;
using Alerts.Tests.Local.Storage;

namespace Alerts.Tests.Infra;

/// <summary>Files that only other programs read are read by them. None of it proves that a deployment works.</summary>
public sealed class SyntaxTests
{
    private const string Bicep = "tree-sitter-bicep/tree-sitter-bicep.wasm";

    private const string PowerShell = "tree-sitter-powershell/tree-sitter-powershell.wasm";

    private const string Parse = """
        const fs = require('fs');
        const { Parser, Language } = require('web-tree-sitter');
        (async () => {
          await Parser.init();
          const parser = new Parser();
          const [grammar, ...files] = process.argv.slice(2);
          parser.setLanguage(await Language.load(require.resolve(grammar)));
          const faults = [];
          for (const file of files) {
            const visit = node => {
              if (node.isError || node.isMissing)
                faults.push(`${file}:${node.startPosition.row + 1}: ${node.isMissing ? node.type + ' is missing' : 'unexpected ' + node.text.slice(0, 60)}`);
              else
                node.children.forEach(visit);
            };
            const root = parser.parse(fs.readFileSync(file, 'utf8')).rootNode;
            if (root.hasError) visit(root);
          }
          console.log(JSON.stringify(faults));
        })();
        """;

    // What we use of azure.yaml, in our words; azd knows more.
    private const string CheckAzureYaml = """
        const fs = require('fs');
        const Ajv = require('ajv/dist/2019');
        const script = extension => ({
          type: 'object', additionalProperties: false, required: ['shell', 'run'],
          properties: { shell: { const: extension === 'sh' ? 'sh' : 'pwsh' }, run: { type: 'string', pattern: `\\.${extension}$` }, continueOnError: { type: 'boolean' }, interactive: { type: 'boolean' } },
        });
        const hook = { type: 'object', additionalProperties: false, required: ['posix', 'windows'], properties: { posix: script('sh'), windows: script('ps1') } };
        const commands = ['restore', 'provision', 'package', 'deploy', 'publish', 'up', 'down', 'infracreate', 'infradelete'];
        const schema = {
          type: 'object', additionalProperties: false, required: ['name', 'services'],
          properties: {
            name: { type: 'string', minLength: 2, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
            services: {
              type: 'object', minProperties: 1,
              additionalProperties: {
                type: 'object', additionalProperties: false, required: ['project', 'language', 'host'],
                properties: { project: { type: 'string' }, language: { enum: ['dotnet', 'csharp'] }, host: { const: 'function' } },
              },
            },
            hooks: { type: 'object', additionalProperties: false, patternProperties: { [`^(pre|post)(${commands.join('|')})$`]: hook } },
          },
        };
        const validate = new Ajv({ allErrors: true }).compile(schema);
        validate(require('yaml').parse(fs.readFileSync(process.argv[2], 'utf8')));
        console.log(JSON.stringify((validate.errors || []).map(error => `${error.instancePath} ${error.message}`)));
        """;

    [InfraNodeFact]
    public async Task Bicep_files_parse() =>
        Assert.Empty(await FaultsAsync(Parse, [Bicep, .. Repository.Bicep.Select(Repository.PathOf)]));

    [InfraNodeFact]
    public async Task A_Bicep_file_that_does_not_parse_is_found()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["broken.bicep"], "resource group 'x@1' = {\n  name 'missing colon'\n}\n");

        Assert.NotEmpty(await FaultsAsync(Parse, Bicep, folder["broken.bicep"]));
    }

    [InfraNodeFact]
    public async Task PowerShell_hooks_parse() =>
        Assert.Empty(await FaultsAsync(Parse, [PowerShell, .. Directory.EnumerateFiles(Repository.PathOf("infra/hooks"), "*.ps1")]));

    [InfraNodeFact]
    public async Task A_PowerShell_hook_that_does_not_parse_is_found()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["broken.ps1"], "if ($found -eq 0) { Write-Output 'no end'\n");

        Assert.NotEmpty(await FaultsAsync(Parse, PowerShell, folder["broken.ps1"]));
    }

    [InfraNodeFact]
    public async Task Azure_yaml_is_as_azd_expects_it() => Assert.Empty(await FaultsAsync(CheckAzureYaml, Repository.PathOf("azure.yaml")));

    [InfraNodeFact]
    public async Task A_hook_that_azd_does_not_know_is_found()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["azure.yaml"], Repository.Text("azure.yaml").Replace("postdeploy:", "afterdeploy:", StringComparison.Ordinal));

        Assert.NotEmpty(await FaultsAsync(CheckAzureYaml, folder["azure.yaml"]));
    }

    [Fact]
    public void The_service_of_azure_yaml_is_a_project_of_its_own_and_the_tag_of_the_site()
    {
        var yaml = Repository.Text("azure.yaml");
        var service = Assert.Single(Repository.All(yaml, @"^services:\n  (\w+):"));
        var project = Assert.Single(Repository.All(yaml, @"^    project: (\S+)"));

        Assert.Contains($"'azd-service-name': '{service}'", Repository.Text("infra/modules/app.bicep"), StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(Repository.PathOf(project), "*.csproj", SearchOption.AllDirectories));
    }

    private static async Task<string[]> FaultsAsync(string script, params string[] arguments)
    {
        // Node looks for packages from the script's folder upwards.
        var file = Path.Combine(InfraNodeFactAttribute.Installed.Value.Folder!, $"{Guid.NewGuid():N}.js");
        await File.WriteAllTextAsync(file, script);
        try
        {
            return JsonSerializer.Deserialize<string[]>(await Programs.RunAsync("node", [file, .. arguments]))!;
        }
        finally
        {
            File.Delete(file);
        }
    }
}

/// <summary>A test that reads infrastructure with packages of Node; reports itself skipped, with the reason, where they are not to be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InfraNodeFactAttribute : FactAttribute
{
    internal static readonly Lazy<(string? Folder, string? Why)> Installed =
        new(() => NodePackages.Install(["tree-sitter-bicep@1.1.0", "tree-sitter-powershell@0.26.4", "web-tree-sitter@0.25.10", "ajv@8.20.0", "yaml@2.8.1"]));

    /// <summary>Skips where Node or the packages are absent.</summary>
    public InfraNodeFactAttribute()
    {
        if (Installed.Value.Folder is null)
            Skip = Installed.Value.Why;
    }
}
