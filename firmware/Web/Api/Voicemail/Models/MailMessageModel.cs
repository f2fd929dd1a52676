using Switchhook.Calls;
using Switchhook.Flows.Voicemail;

namespace Switchhook.Web.Api.Voicemail.Models;

/// <summary>A message of a mailbox.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Box">The mailbox.</param>
/// <param name="Call">The call in which it was spoken.</param>
/// <param name="At">When it began.</param>
/// <param name="Caller">Number of the caller; null when unknown.</param>
/// <param name="CallerName">Name of the caller; null when unknown.</param>
/// <param name="Length">Of the sound.</param>
/// <param name="IsCutOff">True when a stop of the box or a full disk may have cut it off.</param>
/// <param name="State">New, heard, saved, or deleted and not yet gone.</param>
/// <param name="Audio">Address of the sound.</param>
internal sealed record MailMessageModel(
    string Id,
    string Box,
    CallId Call,
    DateTimeOffset At,
    string? Caller,
    string? CallerName,
    TimeSpan? Length,
    bool IsCutOff,
    VoicemailState State,
    string Audio)
{
    /// <summary>A message as it is now.</summary>
    public static MailMessageModel Of(VoicemailMessage message) => new(
        message.Recording,
        message.Box,
        message.Call,
        message.At,
        message.Caller,
        message.CallerName,
        message.Length,
        message.IsCutOff,
        message.State,
        $"/api/v1/voicemail/{message.Box}/messages/{message.Recording}/audio");
}
