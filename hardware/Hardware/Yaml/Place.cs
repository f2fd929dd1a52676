namespace Switchhook.Hardware.Yaml;

/// <summary>A place in a text file.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in characters, from 1.</param>
public readonly record struct Place(int Line, int Column) : IComparable<Place>
{
    /// <summary>The beginning of a file.</summary>
    public static readonly Place Start = new(1, 1);

    /// <inheritdoc/>
    public int CompareTo(Place other) => (Line, Column).CompareTo((other.Line, other.Column));

    /// <inheritdoc/>
    public override string ToString() => $"{Line}:{Column}";

    /// <summary>True when the left place stands earlier in the file.</summary>
    public static bool operator <(Place left, Place right) => left.CompareTo(right) < 0;

    /// <summary>True when the left place stands later in the file.</summary>
    public static bool operator >(Place left, Place right) => left.CompareTo(right) > 0;

    /// <summary>True when the left place does not stand later in the file.</summary>
    public static bool operator <=(Place left, Place right) => left.CompareTo(right) <= 0;

    /// <summary>True when the left place does not stand earlier in the file.</summary>
    public static bool operator >=(Place left, Place right) => left.CompareTo(right) >= 0;
}

/// <summary>A value and where the file says it, so that a later check can point at it.</summary>
/// <param name="Value">The value.</param>
/// <param name="At">Its place.</param>
public readonly record struct Located<T>(T Value, Place At);
