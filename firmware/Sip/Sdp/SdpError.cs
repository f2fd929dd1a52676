namespace Switchhook.Sip.Sdp;

/// <summary>Why a body could not be read.</summary>
/// <param name="Line">Number of the line, the first being 1.</param>
/// <param name="Words">What is wrong with it.</param>
internal sealed record SdpError(int Line, string Words)
{
    /// <inheritdoc/>
    public override string ToString() => $"line {Line}: {Words}";
}
