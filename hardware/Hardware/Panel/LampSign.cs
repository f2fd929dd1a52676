namespace Switchhook.Hardware.Panel;

/// <summary>What a lamp shows. A lamp without colours shows the pattern, which says it all.</summary>
/// <param name="Pattern">How it lights.</param>
/// <param name="Colour">In which colour, where the lamp has one.</param>
public readonly record struct LampSign(LampPattern Pattern, LampColour Colour)
{
    /// <summary>Dark.</summary>
    public static LampSign Dark { get; } = new(LampPattern.Off, LampColour.White);
}
