using Switchhook.Sip.Grammar.Lexing;

namespace Switchhook.Sip.Grammar;

/// <summary>What a message may cost at most. More is refused.</summary>
internal sealed record ParseLimits
{
    /// <summary>The longest name of a header or a method, in bytes.</summary>
    public const int LongestName = byte.MaxValue;

    /// <summary>The limits in force where nothing else is said.</summary>
    public static ParseLimits Default { get; } = new();

    /// <summary>The whole message, in bytes; never more than 65,535.</summary>
    public int MessageBytes { get; init => field = Math.Min(value, Part.LongestText); } = Part.LongestText;

    /// <summary>Header lines.</summary>
    public int Headers { get; init; } = 256;

    /// <summary>One header with its name and its folded lines, and the start line, in bytes.</summary>
    public int LineBytes { get; init; } = 8192;

    /// <summary>Stops on the way: values of Via.</summary>
    public int Vias { get; init; } = 70;

    /// <summary>Values of one kind of header that are read as a list.</summary>
    public int Values { get; init; } = 100;

    /// <summary>The body, in bytes.</summary>
    public int BodyBytes { get; init; } = 32768;
}
