namespace Switchhook.Sip.Guard;

/// <summary>How many messages are heard.</summary>
/// <param name="PerSecond">In the long run.</param>
/// <param name="Burst">At once after a silence.</param>
public readonly record struct MessageRate(int PerSecond, int Burst);
