using System.Globalization;

namespace Switchhook.Hardware;

/// <summary>A frequency.</summary>
/// <param name="Hertz">In hertz; not negative.</param>
public readonly record struct Frequency(double Hertz) : IComparable<Frequency>
{
    /// <summary>In kilohertz.</summary>
    public double Kilohertz => Hertz / 1e3;

    /// <summary>In megahertz.</summary>
    public double Megahertz => Hertz / 1e6;

    /// <summary>A frequency in kilohertz.</summary>
    public static Frequency FromKilohertz(double kilohertz) => new(kilohertz * 1e3);

    /// <summary>A frequency in megahertz.</summary>
    public static Frequency FromMegahertz(double megahertz) => new(megahertz * 1e6);

    /// <inheritdoc/>
    public int CompareTo(Frequency other) => Hertz.CompareTo(other.Hertz);

    /// <inheritdoc/>
    public override string ToString() => Hertz switch
    {
        >= 1e6 => string.Create(CultureInfo.InvariantCulture, $"{Megahertz} MHz"),
        >= 1e3 => string.Create(CultureInfo.InvariantCulture, $"{Kilohertz} kHz"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Hertz} Hz"),
    };

    /// <summary>True when the left one is lower.</summary>
    public static bool operator <(Frequency left, Frequency right) => left.Hertz < right.Hertz;

    /// <summary>True when the left one is higher.</summary>
    public static bool operator >(Frequency left, Frequency right) => left.Hertz > right.Hertz;

    /// <summary>True when the left one is not higher.</summary>
    public static bool operator <=(Frequency left, Frequency right) => left.Hertz <= right.Hertz;

    /// <summary>True when the left one is not lower.</summary>
    public static bool operator >=(Frequency left, Frequency right) => left.Hertz >= right.Hertz;
}
