namespace Switchhook.Storage.History;

/// <summary>More was asked for than can be read at once; the message tells a person what to ask for instead.</summary>
public sealed class TooMuchHistoryException(string message) : Exception(message);
