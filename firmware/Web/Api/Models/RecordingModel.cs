using Switchhook.Calls;
using Switchhook.Calls.Live;

namespace Switchhook.Web.Api.Models;

/// <summary>A recording.</summary>
/// <param name="Id">The recording.</param>
/// <param name="Call">The call that it belongs to.</param>
/// <param name="StartedAt">When the call started, UTC.</param>
/// <param name="Seconds">Its length; null while it is being written.</param>
/// <param name="Audio">Address of its sound, a WAV file with two channels.</param>
internal sealed record RecordingModel(string Id, CallId Call, DateTimeOffset StartedAt, double? Seconds, string Audio)
{
    /// <summary>Null when the call was not recorded.</summary>
    public static RecordingModel? Of(CallRecord call) => call.Recording is { } id
        ? new RecordingModel(id, call.Id, call.StartedAt, call.RecordingLength?.TotalSeconds, AudioOf(id))
        : null;

    /// <summary>Where the sound of a recording is.</summary>
    public static string AudioOf(string id) => $"/api/v1/recordings/{Uri.EscapeDataString(id)}/audio";
}
