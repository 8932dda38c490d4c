using System.Security.Cryptography;
using System.Text;

namespace Alerts.Local.Storage;

/// <summary>
/// Where a blob lies in its container's folder. A name of lower-case letters, digits, hyphens and dots is its own path
/// ("0000855654/0001558370-21-016273.txt"); whatever a file system could refuse, fold or confuse is written in another way:
/// <list type="bullet">
/// <item>Other characters, capitals too (Windows and macOS take "A" and "a" for one), as % and two lower-case hexadecimal digits for each byte of UTF-8.</item>
/// <item>A segment that Windows keeps for a device ("nul.txt") or that begins with a dot, with the first character written so.</item>
/// <item>A folder whose name has a dot and a file whose name has none end with "+", so that blobs "a" and "a/b" are two.</item>
/// <item>A path that would grow too long is "+long/" and the SHA-256 of the name; the blob's file holds the name.</item>
/// </list>
/// </summary>
internal static class BlobPath
{
    private const int MaxLength = 180;
    private const string LongFolder = "+long";

    /// <summary>The path of a blob, with slashes.</summary>
    public static string Of(string name)
    {
        var slash = name.LastIndexOf('/');
        var path = Folder(name[..(slash + 1)]) + File(name[(slash + 1)..]);
        return path.Length <= MaxLength ? path : $"{LongFolder}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))}";
    }

    /// <summary>The folders, empty or with a slash at their ends, that hold all names that begin so; none lies within another.</summary>
    public static IReadOnlyList<string> FoldersOf(string prefix) =>
        Folder(prefix[..(prefix.LastIndexOf('/') + 1)]) is { Length: > 0 } folder ? [folder, LongFolder + "/"] : [""];

    /// <summary>Whether the name must be read from the file.</summary>
    public static bool IsLong(string path) => path.StartsWith(LongFolder + "/", StringComparison.Ordinal);

    /// <summary>The name of the blob at this path (with slashes); null for files that are none of ours.</summary>
    public static string? NameOf(string path)
    {
        var name = string.Join('/', path.Split('/').Select(segment => Decode(segment.TrimEnd('+'))));
        return name.Length > 0 && Of(name) == path ? name : null;
    }

    private static string Folder(string start) =>
        string.Concat(start.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(segment => Encode(segment) + (segment.Contains('.', StringComparison.Ordinal) ? "+/" : "/")));

    private static string File(string segment) => Encode(segment) + (segment.Contains('.', StringComparison.Ordinal) ? "" : "+");

    private static string Encode(string segment)
    {
        // Hidden files are other programs' own.
        var escapeFirst = segment[0] == '.' || IsDevice(segment);
        var path = new StringBuilder(segment.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(segment))
        {
            var character = (char)octet;
            var plain = char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '_' or '.';
            if (plain && !(escapeFirst && path.Length == 0))
                path.Append(character);
            else
                path.Append('%').Append(Convert.ToHexStringLower([octet]));
        }

        return path.ToString();
    }

    private static string Decode(string segment)
    {
        try
        {
            return Uri.UnescapeDataString(segment);
        }
        catch (UriFormatException)
        {
            return "";
        }
    }

    /// <summary>CON, PRN, AUX, NUL, COM0 to COM9, LPT0 to LPT9, with any extension.</summary>
    private static bool IsDevice(string segment)
    {
        var stem = segment.Split('.')[0];
        return stem is "con" or "prn" or "aux" or "nul"
            || (stem.Length == 4 && char.IsAsciiDigit(stem[3]) && stem[..3] is "com" or "lpt");
    }
}
