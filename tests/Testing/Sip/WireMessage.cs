using Switchhook.Sip.Transport;

namespace Switchhook.Testing.Sip;

/// <summary>A message that a wire in memory sent or took.</summary>
/// <param name="At">When, since the clock of the test began.</param>
/// <param name="Hop">Where to or where from.</param>
/// <param name="Bytes">What it says.</param>
public sealed record WireMessage(TimeSpan At, Hop Hop, byte[] Bytes)
{
    /// <summary>What it says, each byte a character.</summary>
    public string Text => System.Text.Encoding.Latin1.GetString(Bytes);

    /// <summary>Its first line.</summary>
    public string FirstLine => Text.Split("\r\n", 2)[0];

    /// <inheritdoc/>
    public override string ToString() => $"{At.TotalMilliseconds:0.#} ms, {Hop}: {FirstLine}";
}
