namespace Switchhook.Hardware.Lines;

/// <summary>The 20 ms clock of a card that has a crystal of its own.</summary>
public interface ICardClock
{
    /// <summary>Blocks the calling thread until the card has moved its next block in both directions.</summary>
    /// <param name="limit">How long to wait at most.</param>
    /// <returns>False when no block came within the limit: the card is gone, or its clock stands still.</returns>
    bool WaitForBlock(TimeSpan limit);
}
