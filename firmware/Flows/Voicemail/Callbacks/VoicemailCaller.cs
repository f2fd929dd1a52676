using Switchhook.Flows.Dialling;

namespace Switchhook.Flows.Voicemail.Callbacks;

/// <summary>Calls the caller of a message back for someone who asked for it on a page.</summary>
/// <remarks>Control loop only.</remarks>
public sealed class VoicemailCaller
{
    private readonly VoicemailDesk _desk;
    private readonly PhoneFirst _phones;

    /// <summary>One that has nothing to do.</summary>
    /// <param name="desk">Keeps the messages.</param>
    /// <param name="phones">Rings a phone and dials for it.</param>
    internal VoicemailCaller(VoicemailDesk desk, PhoneFirst phones) => (_desk, _phones) = (desk, phones);

    /// <summary>Rings the phone.</summary>
    /// <param name="recording">The message.</param>
    /// <param name="number">Number of the phone.</param>
    /// <param name="by">Who asks for it.</param>
    /// <returns>Null when the phone rings; else why not.</returns>
    public string? Call(string recording, string number, string by) =>
        _desk.Current.Find(recording) is { IsKept: true } message
            ? _phones.Ring(
                message.Caller,
                message.CallerName,
                number,
                digits => $"Phone {number} rings to call {digits} back, who has left message {recording} (by {by}).")
            : "This message is not there any more.";
}
