using System.CommandLine;
using System.Text;
using System.Text.Json;
using Alerts.Extraction;
using Alerts.Records;

namespace Alerts.Local.Commands;

/// <summary>parse FILE…: what filings state, as JSON lines. Nothing is stored.</summary>
internal static class ParseCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Full submissions, 8-K documents, press releases or text extracts; folders are read with the text, HTML and Markdown files below them",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("parse", "Print what filings state, one JSON object a line, in the order given") { files };
        command.SetAction((arguments, cancellation) => Task.FromResult(Run(InputFiles.Of(arguments.GetRequiredValue(files)), cancellation)));
        return command;
    }

    private static int Run(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        var isWhole = true;
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        // Every core works, the order stays, and only what waits for its turn is in memory.
        foreach (var (line, error) in files.AsParallel().AsOrdered().WithCancellation(cancellation)
            .WithMergeOptions(ParallelMergeOptions.NotBuffered).WithExecutionMode(ParallelExecutionMode.ForceParallelism).Select(Parse))
        {
            if (line is not null)
            {
                output.WriteLine(line);
                continue;
            }

            isWhole = false;
            output.Flush();
            Console.Error.WriteLine(error);
        }

        return isWhole ? 0 : 1;
    }

    private static (string? Line, string? Error) Parse(string file)
    {
        try
        {
            return (JsonSerializer.Serialize(FilingExtractor.Extract(InputFiles.ReadFiling(file).Filing, file), RecordJson.Options), null);
        }
        catch (InputException error)
        {
            return (null, error.Message);
        }
    }
}
