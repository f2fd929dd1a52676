namespace Switchhook.Hardware.Simulated.Wire;

/// <summary>The end of a pair that feeds it: an exchange, or our FXS port.</summary>
internal interface IFeeder
{
    /// <summary>The far end closed or opened the loop at a sample.</summary>
    void LoopChanged(long now, bool closed);
}
