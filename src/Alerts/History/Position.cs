namespace Alerts.History;

/// <summary>
/// Where a filing stands in its company's time: by acceptance time, then by accession. History is folded in this
/// order, whatever the order of arrival.
/// </summary>
/// <param name="At">Acceptance time, UTC, whole seconds as EDGAR states it.</param>
/// <param name="Filing">Accession number, or the derived name of a document that has none.</param>
internal readonly record struct Position(DateTimeOffset At, string Filing) : IComparable<Position>
{
    /// <inheritdoc/>
    public int CompareTo(Position other) =>
        At != other.At ? At.CompareTo(other.At) : string.CompareOrdinal(Filing, other.Filing);

    public static bool operator <(Position left, Position right) => left.CompareTo(right) < 0;

    public static bool operator >(Position left, Position right) => left.CompareTo(right) > 0;

    public static bool operator <=(Position left, Position right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Position left, Position right) => left.CompareTo(right) >= 0;
}
