namespace Switchhook.Sip.Grammar.Lexing;

/// <summary>Where a piece lies in a text of at most 65,535 bytes.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">How many bytes.</param>
internal readonly record struct Part(ushort Start, ushort Length)
{
    /// <summary>The longest text that parts can lie in.</summary>
    public const int LongestText = ushort.MaxValue;

    /// <summary>The byte behind it.</summary>
    public int End => Start + Length;

    /// <summary>From a start to the byte before an end.</summary>
    public static Part Between(int start, int end) => new((ushort)start, (ushort)(end - start));

    /// <summary>Its bytes.</summary>
    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> text) => text.Slice(Start, Length);
}
