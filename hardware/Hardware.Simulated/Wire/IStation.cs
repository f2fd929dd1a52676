namespace Switchhook.Hardware.Simulated.Wire;

/// <summary>The end of a pair that closes the loop: a telephone, or our FXO port.</summary>
internal interface IStation
{
    /// <summary>The feed of the pair changed at a sample.</summary>
    void FeedChanged(long now, FeedChange change);
}
