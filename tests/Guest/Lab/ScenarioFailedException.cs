namespace Switchhook.Guest.Lab;

/// <summary>Something is not as the scenario says.</summary>
internal sealed class ScenarioFailedException(string message) : Exception(message);
