using System.Text;

namespace Alerts.Filings;

/// <summary>Finds out how bytes are written and decodes them. Never fails: what is no text decodes to marks that the layouts drop.</summary>
internal static class Charset
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Decodes by byte order mark, else by the pattern of nulls, else as UTF-8, else as Windows-1252.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            return DecodeUtf8(bytes[3..]);
        if (Utf16(bytes) is { } utf16)
            return utf16.GetString(bytes);
        return DecodeUtf8(bytes);
    }

    /// <summary>The UTF-16 or UTF-32 flavour of the bytes, or null where they are something else.</summary>
    public static Encoding? Utf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xff, 0xfe, 0, 0]))
            return Encoding.UTF32;
        if (bytes.StartsWith<byte>([0xff, 0xfe]))
            return Encoding.Unicode;
        if (bytes.StartsWith<byte>([0xfe, 0xff]))
            return Encoding.BigEndianUnicode;

        // No mark: Latin text in UTF-16 has a null in nearly every second place.
        var sample = bytes[..Math.Min(bytes.Length, 512)];
        if (sample.Length < 8 || !sample.Contains((byte)0))
            return null;
        var even = 0;
        var odd = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
                _ = i % 2 == 0 ? even++ : odd++;
        }

        var half = sample.Length / 2;
        return odd > half * 3 / 4 && even < half / 4 ? Encoding.Unicode
            : even > half * 3 / 4 && odd < half / 4 ? Encoding.BigEndianUnicode
            : null;
    }

    private static string DecodeUtf8(ReadOnlySpan<byte> bytes)
    {
        if (Ascii.IsValid(bytes))
            return Encoding.ASCII.GetString(bytes);

        // A file cut in the middle of a character is UTF-8 all the same.
        var whole = bytes;
        for (var cut = 0; cut < 3 && whole.Length > 0 && whole[^1] >= 0x80; cut++)
        {
            if (Valid(whole))
                break;
            whole = whole[..^1];
        }

        if (Valid(whole))
            return Encoding.UTF8.GetString(whole);

        // A few broken bytes in a text that is UTF-8 otherwise must not turn every dash into "â€”".
        return MostlyUtf8(bytes) ? Encoding.UTF8.GetString(bytes) : Windows1252.GetString(bytes);
    }

    private static bool Valid(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    private static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var good = 0;
        var bad = 0;
        while (bytes.Length > 0)
        {
            var ascii = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xff);
            if (ascii < 0)
                break;
            bytes = bytes[ascii..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var length) == System.Buffers.OperationStatus.Done)
                good++;
            else
                bad++;
            bytes = bytes[Math.Max(1, length)..];
        }

        return good > 4 * bad;
    }
}
