namespace Switchhook.Appliance.Hosting;

/// <summary>The box cannot start or do what was asked; the message tells the reason and the cure to a person.</summary>
public sealed class BoxException(string message) : Exception(message);
