namespace Switchhook.Testing.Processes;

/// <summary>The daemon did not do what was asked of it; the message ends with what it wrote.</summary>
public sealed class ApplianceFailedException(string what, string output) : Exception($"{what} It wrote:\n{output}");
