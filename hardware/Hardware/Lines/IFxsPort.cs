namespace Switchhook.Hardware.Lines;

/// <summary>A foreign-exchange-station port: the card is the exchange, a telephone is at the far end.</summary>
/// <remarks>The methods may be called from the control loop's thread while the media thread exchanges blocks.</remarks>
public interface IFxsPort : IAnalogPort
{
    /// <summary>True while the telephone closes the loop.</summary>
    bool IsOffHook { get; }

    /// <summary>What the port puts on the pair.</summary>
    LineFeed Feed { get; }

    /// <summary>
    /// Changes the feed. Ringing is one burst: it lasts until another feed is set, so the caller makes the cadence.
    /// A telephone that goes off-hook during <see cref="LineFeed.Ringing"/> trips the ring: the card returns to
    /// <see cref="LineFeed.Forward"/> by itself.
    /// </summary>
    void SetFeed(LineFeed feed);
}

/// <summary>What an FXS port feeds to the telephone.</summary>
public enum LineFeed
{
    /// <summary>No battery: the sign of hang-up in many countries (current disconnect).</summary>
    Open,

    /// <summary>Battery in normal polarity.</summary>
    Forward,

    /// <summary>Battery in reversed polarity.</summary>
    Reverse,

    /// <summary>Ring voltage.</summary>
    Ringing,
}
