namespace Switchhook.Testing.Sip.Baresip;

/// <summary>
/// baresip did not start, refused a command, or did not do in time what a test waits for; the message holds what it wrote.
/// </summary>
public sealed class BaresipFailedException(string what) : Exception(what);
