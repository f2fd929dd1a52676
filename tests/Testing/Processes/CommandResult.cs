namespace Switchhook.Testing.Processes;

/// <summary>What a command of the program answered.</summary>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record CommandResult(int ExitCode, string Output, string Error);
