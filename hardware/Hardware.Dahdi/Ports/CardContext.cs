namespace Switchhook.Hardware.Dahdi.Ports;

/// <summary>What all ports of a card share.</summary>
/// <param name="Time">Dates line events.</param>
/// <param name="Received">Loudness of what comes from the wire.</param>
/// <param name="Sent">Loudness of what goes to the wire.</param>
/// <param name="Tell">Takes sentences for the log.</param>
/// <param name="Wake">Ends the wait of the card's thread; any thread.</param>
internal sealed record CardContext(TimeProvider Time, Gain Received, Gain Sent, Action<string> Tell, Action Wake);
