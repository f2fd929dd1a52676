namespace Switchhook.Flows.Prompts;

/// <summary>Makes speech from text.</summary>
public interface ISpeechSynthesizer
{
    /// <summary>Writes a WAV file of the spoken text.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="language">IETF tag, such as <c>en</c>.</param>
    /// <param name="file">Where to write; is replaced whole or not at all.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="SpeechException">The words of the exception tell the cure.</exception>
    Task SpeakAsync(string text, string language, string file, CancellationToken cancel);
}

/// <summary>A text could not be spoken.</summary>
public sealed class SpeechException(string message, Exception? inner = null) : Exception(message, inner);
