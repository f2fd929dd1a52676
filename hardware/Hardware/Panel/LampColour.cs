namespace Switchhook.Hardware.Panel;

/// <summary>Colours of a lamp of red, green and blue that are told apart. Never the only sign: the pattern says it too.</summary>
public enum LampColour
{
    /// <summary>All three.</summary>
    White,

    /// <summary>Red.</summary>
    Red,

    /// <summary>Between red and yellow; yellow on a lamp that cannot be dimmed.</summary>
    Amber,

    /// <summary>Green.</summary>
    Green,

    /// <summary>Blue.</summary>
    Blue,
}

/// <summary>What the colours are made of.</summary>
public static class LampColours
{
    /// <summary>Shares of red, green and blue, 0 to 1.</summary>
    public static (double Red, double Green, double Blue) Parts(this LampColour colour) => colour switch
    {
        LampColour.White => (1, 1, 1),
        LampColour.Red => (1, 0, 0),
        LampColour.Amber => (1, 0.4, 0),
        LampColour.Green => (0, 1, 0),
        LampColour.Blue => (0, 0, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(colour), colour, "Unknown colour."),
    };
}
