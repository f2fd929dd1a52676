namespace Switchhook.Calls.Loop;

/// <summary>The control loop has more work from outside than it takes; the caller may try again.</summary>
public sealed class LoopBusyException() : Exception("The box is busy with earlier commands; try again in a moment.");
