namespace Switchhook.Storage.Journal;

/// <summary>How the journal gets to the disk. Immutable.</summary>
/// <param name="Ok">True while events are written as they come.</param>
/// <param name="Words">One plain sentence.</param>
/// <param name="Waiting">Events that wait for the disk.</param>
/// <param name="Dropped">Events that are lost since the start, because the disk took nothing for too long.</param>
/// <param name="LastCommitted">Number of the last event on disk.</param>
/// <param name="FailingSince">UTC; null while all is well.</param>
/// <param name="ReserveHeld">False when the reserve file had to be given up for space and has not been made again.</param>
public sealed record StoreHealth(
    bool Ok, string Words, int Waiting, long Dropped, long LastCommitted, DateTimeOffset? FailingSince, bool ReserveHeld);
