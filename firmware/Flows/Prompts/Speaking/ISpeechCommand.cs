namespace Switchhook.Flows.Prompts.Speaking;

/// <summary>Runs a program that speaks.</summary>
public interface ISpeechCommand
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="words">The program and its arguments; no shell sees them.</param>
    /// <param name="limit">How long it may take; it is ended then, with what it has started.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="SpeechException">It is missing, failed, or took too long; told in words.</exception>
    Task RunAsync(IReadOnlyList<string> words, TimeSpan limit, CancellationToken cancel);
}
