namespace Switchhook.Testing.Sip.Sipp;

/// <summary>sipp did not start or did not end; the message holds what it wrote.</summary>
public sealed class SippFailedException(string what) : Exception(what);
