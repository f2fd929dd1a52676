namespace Switchhook.Hardware.Simulated.Exchange;

/// <summary>What an exchange line counts; written by the media thread, read by any.</summary>
internal sealed class ExchangeCounters
{
    private int _turnedAway;
    private int _flashes;
    private int _connections;

    /// <summary>Callers who found the line in use.</summary>
    public int CallersTurnedAway => Volatile.Read(ref _turnedAway);

    /// <summary>Flashes of the box.</summary>
    public int Flashes => Volatile.Read(ref _flashes);

    /// <summary>Calls that were connected, either way.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Counts.</summary>
    public void TurnAwayCaller() => Volatile.Write(ref _turnedAway, _turnedAway + 1);

    /// <summary>Counts.</summary>
    public void Flash() => Volatile.Write(ref _flashes, _flashes + 1);

    /// <summary>Counts.</summary>
    public void Connect() => Volatile.Write(ref _connections, _connections + 1);
}
