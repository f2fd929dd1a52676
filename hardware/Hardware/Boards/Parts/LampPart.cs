namespace Switchhook.Hardware.Boards.Parts;

/// <summary>A lamp of a board.</summary>
/// <param name="Name">Name for site files.</param>
/// <param name="Wiring">What it is wired to.</param>
/// <param name="ActiveLow">True when it lights while its pins are low.</param>
/// <param name="Brightness">How bright it is when it is on, above 0 to 1; counts for PWM only.</param>
public sealed record LampPart(string Name, LampWiring Wiring, bool ActiveLow = false, double Brightness = 1);

/// <summary>What a lamp is wired to.</summary>
public abstract record LampWiring
{
    private LampWiring()
    {
    }

    /// <summary>A lamp of one colour.</summary>
    /// <param name="Wire">Its wire.</param>
    public sealed record OneColour(Wire Wire) : LampWiring;

    /// <summary>A lamp that mixes colours.</summary>
    /// <param name="Red">Wire of the red one.</param>
    /// <param name="Green">Wire of the green one.</param>
    /// <param name="Blue">Wire of the blue one.</param>
    public sealed record ThreeColours(Wire Red, Wire Green, Wire Blue) : LampWiring;
}
