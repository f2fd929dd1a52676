using Switchhook.Hardware.Lines;

namespace Switchhook.Hardware.ProSlic.Fxs;

/// <summary>The linefeed states of the Si3210 (register 64, LF) that are used here.</summary>
internal static class Feeds
{
    /// <summary>No feed.</summary>
    public const byte Open = 0;

    /// <summary>Ring voltage.</summary>
    public const byte Ringing = 4;

    private const byte ActiveForward = 1;
    private const byte TransmissionForward = 2;
    private const byte ActiveReverse = 5;
    private const byte TransmissionReverse = 6;

    /// <summary>The state for a feed.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="offHook">
    /// False feeds for on-hook transmission: only then sound passes on-hook, such as a caller's number between rings; in the active states
    /// the sound path is off until the loop closes.
    /// </param>
    public static byte StateOf(LineFeed feed, bool offHook) => feed switch
    {
        LineFeed.Forward => offHook ? ActiveForward : TransmissionForward,
        LineFeed.Reverse => offHook ? ActiveReverse : TransmissionReverse,
        LineFeed.Ringing => Ringing,
        LineFeed.Open => Open,
    };
}
