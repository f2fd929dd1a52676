namespace Switchhook.Flows.Prompts;

/// <summary>A text that will be spoken, but was not waited for.</summary>
internal sealed class NotYetSpokenException() : Exception(Words)
{
    /// <summary>Why it is not heard.</summary>
    public const string Words = "it is still being spoken";
}
