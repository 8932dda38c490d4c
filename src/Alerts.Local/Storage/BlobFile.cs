using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alerts.Local.Storage;

/// <summary>
/// How a blob stands in its file: its bytes as they are, so that any program can open it, and after them one line of JSON with its
/// name, length and metadata. A file whose last line is missing or does not fit was cut or edited.
/// </summary>
internal static class BlobFile
{
    private const string Schema = "alerts.blob/1";

    // Longer than any last line: 8 KiB of metadata and 1,024 characters of name, each escaped.
    private const int MaxLastLine = 64 * 1024;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Writes a file that must not be there yet, and waits until the disk has it.</summary>
    public static async Task WriteAsync(string path, string name, ReadOnlyMemory<byte> content, IReadOnlyDictionary<string, string> metadata, CancellationToken cancellation)
    {
        var lastLine = JsonSerializer.SerializeToUtf8Bytes(new BlobDescription(Schema, name, content.Length, metadata), Options);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        await file.WriteAsync(content, cancellation);
        await file.WriteAsync((byte[])[(byte)'\n', .. lastLine, (byte)'\n'], cancellation);
        file.Flush(flushToDisk: true);
    }

    /// <summary>The whole file.</summary>
    /// <exception cref="IOException">The file was cut or edited.</exception>
    public static async Task<(BlobDescription Description, ReadOnlyMemory<byte> Content)> ReadAsync(string path, CancellationToken cancellation)
    {
        var bytes = await File.ReadAllBytesAsync(path, cancellation);
        var description = Describe(path, bytes, bytes.Length);
        return (description, bytes.AsMemory(0, (int)description.Length));
    }

    /// <summary>The file's last line alone.</summary>
    /// <exception cref="IOException">The file was cut or edited.</exception>
    public static async Task<BlobDescription> DescribeAsync(string path, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous);
        var end = (int)Math.Min(file.Length, MaxLastLine);
        var buffer = ArrayPool<byte>.Shared.Rent(end);
        try
        {
            file.Seek(-end, SeekOrigin.End);
            await file.ReadExactlyAsync(buffer.AsMemory(0, end), cancellation);
            return Describe(path, buffer.AsSpan(0, end), file.Length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static BlobDescription Describe(string path, ReadOnlySpan<byte> end, long fileLength)
    {
        var text = end.EndsWith("\n"u8) ? end[..^1] : [];
        var lastLine = text[(text.LastIndexOf((byte)'\n') + 1)..];
        try
        {
            if (JsonSerializer.Deserialize<BlobDescription>(lastLine, Options) is { Schema: Schema } description
                && description.Length + 1 + lastLine.Length + 1 == fileLength)
                return description;
        }
        catch (JsonException exception)
        {
            throw Damaged(path, exception);
        }

        throw Damaged(path, null);
    }

    private static IOException Damaged(string path, Exception? cause) =>
        new($"{path} is damaged: expected a blob's bytes and then a line with its name, length and metadata. Move it away; what is written once can be fetched again.", cause);
}

/// <summary>The last line of a blob's file.</summary>
/// <param name="Schema">The format.</param>
/// <param name="Name">The blob's name.</param>
/// <param name="Length">The bytes of its content.</param>
/// <param name="Metadata">Its metadata.</param>
internal sealed record BlobDescription(string Schema, string Name, long Length, IReadOnlyDictionary<string, string> Metadata);
