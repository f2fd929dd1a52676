using Switchhook.Calls;

namespace Switchhook.Web.Api.Recordings;

/// <summary>
/// Has it written down who is given the sound of a recording. A player asks for one sound in many parts: what the same person asks for
/// again within ten minutes is one listening.
/// </summary>
internal sealed class Listeners(WebBackend backend)
{
    /// <summary>For how long asking again is the same listening.</summary>
    public static readonly TimeSpan Same = TimeSpan.FromMinutes(10);

    private const int MostKept = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<Listening, DateTimeOffset> _last = [];

    /// <summary>Somebody is about to be given a sound. It is in the journal when this returns.</summary>
    public async Task HeardAsync(CallId call, string recording, bool isSaved, string by)
    {
        if (IsNew(new Listening(recording, isSaved, by)))
        {
            await backend.RecordingDesk.HeardAsync(call, recording, isSaved, by);
        }
    }

    private bool IsNew(Listening listening)
    {
        var now = backend.Time.GetUtcNow();
        lock (_gate)
        {
            if (_last.TryGetValue(listening, out var at) && now - at < Same && now >= at)
            {
                return false;
            }

            // Forgetting too early writes an entry too many, never one too few.
            if (_last.Count >= MostKept)
            {
                _last.Clear();
            }

            _last[listening] = now;
            return true;
        }
    }

    private sealed record Listening(string Recording, bool IsSaved, string By);
}
