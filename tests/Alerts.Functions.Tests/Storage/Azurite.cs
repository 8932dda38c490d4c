using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Alerts.Functions.Storage;
using Alerts.Tests.Delivery;

namespace Alerts.Functions.Tests.Storage;

/// <summary>
/// The storage emulator, installed once from npm into the folder for temporary files and started for this test run: in memory, on
/// free ports of the loopback address. It ends with the test process.
/// </summary>
internal static class Azurite
{
    private const string Wanted = "azurite@3.35.0";

    // The emulator's well-known account; it opens nothing else.
    private const string Account = "devstoreaccount1";
    private const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly Lazy<(StorageClients? Clients, string? Why)> Started = new(Start);

    /// <summary>Clients of the emulator; null where Node or the package is not to be had.</summary>
    public static StorageClients? Clients => Started.Value.Clients;

    /// <summary>Why there is none.</summary>
    public static string? Why => Started.Value.Why;

    private static (StorageClients? Clients, string? Why) Start()
    {
        var (folder, why) = NodePackages.Install([Wanted]);
        if (folder is null)
            return (null, why);
        var ports = FreePorts(3);
        var start = new ProcessStartInfo(Programs.Find("node")!) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js"), "--inMemoryPersistence", "--skipApiVersionCheck",
            "--disableTelemetry", "--silent", "--blobPort", $"{ports[0]}", "--queuePort", $"{ports[1]}", "--tablePort", $"{ports[2]}",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => process.Kill(entireProcessTree: true);
        var output = Drain(process.StandardOutput);
        var errors = Drain(process.StandardError);
        for (var tries = 0; !ports.TrueForAll(Answers); tries++)
        {
            // The emulator says nothing when it is silent; its ports tell when it is up.
            if (process.HasExited || tries == 300)
                return (null, $"azurite did not start: {string.Join(' ', errors.Concat(output))}");
            process.WaitForExit(TimeSpan.FromMilliseconds(100));
        }

        var address = string.Join(';', ((string[])["Blob", "Queue", "Table"]).Select((kind, index) => $"{kind}Endpoint=http://127.0.0.1:{ports[index]}/{Account}"));
        return (new StorageClients(new StorageSettings { ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={AccountKey};{address};" }), null);
    }

    private static List<int> FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.ConvertAll(listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }

    private static bool Answers(int port)
    {
        try
        {
            using var client = new TcpClient("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static List<string> Drain(StreamReader reader)
    {
        var lines = new List<string>();
        _ = Task.Run(async () =>
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                if (lines.Count < 20)
                    lines.Add(line);
            }
        });
        return lines;
    }
}
