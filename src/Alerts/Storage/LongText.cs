using System.Globalization;
using System.Text;

namespace Alerts.Storage;

/// <summary>Texts longer than a table's strings may be: cut into the properties Json, Json2, Json3 …</summary>
internal static class LongText
{
    private const string Name = "Json";
    private const int PieceLength = 32 * 1024;

    /// <summary>Adds a text to a row's properties.</summary>
    public static void Write(Dictionary<string, object> values, string text)
    {
        var piece = 1;
        for (var start = 0; start < text.Length; piece++)
        {
            var end = Math.Min(start + PieceLength, text.Length);
            if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
                end--;
            values[PieceName(piece)] = text[start..end];
            start = end;
        }
    }

    /// <summary>Reads the text of a row; empty if it has none.</summary>
    public static string Read(IReadOnlyDictionary<string, object> values)
    {
        if (!values.ContainsKey(PieceName(2)))
            return values.TryGetValue(Name, out var whole) ? (string)whole : "";

        var text = new StringBuilder();
        for (var piece = 1; values.TryGetValue(PieceName(piece), out var part); piece++)
            text.Append((string)part);
        return text.ToString();
    }

    private static string PieceName(int piece) => piece == 1 ? Name : Name + piece.ToString(CultureInfo.InvariantCulture);
}
