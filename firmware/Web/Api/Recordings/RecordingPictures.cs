using System.Globalization;
using Switchhook.Calls.Live;
using Switchhook.Recording;
using Switchhook.Web.Api.Errors;

namespace Switchhook.Web.Api.Recordings;

/// <summary>Pictures of recordings; the last ones are kept, since a page asks for the same again.</summary>
internal sealed class RecordingPictures(WebBackend backend)
{
    /// <summary>Pieces of a picture when nothing is said.</summary>
    public const int Usual = 400;

    private const int MostKept = 64;

    /// <summary>What to say of a wrong number of pieces.</summary>
    public static readonly ApiMistake WrongPieces = new(
        "pieces", "That is no number of pieces.", $"Send 1 to {SoundPeaks.MostPieces} as pieces, or leave it out.");

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Recording, int Pieces), SoundPeaks> _kept = [];

    /// <summary>How many pieces were asked for; null when that cannot be.</summary>
    public static int? PiecesOf(string? text) => text is null ? Usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= SoundPeaks.MostPieces
            ? count
            : null;

    /// <summary>The picture of a call's recording; null when there is no sound.</summary>
    public async Task<SoundPeaks?> OfAsync(CallRecord call, int pieces, CancellationToken cancellation)
    {
        var key = (call.Recording ?? "", pieces);
        lock (_gate)
        {
            if (_kept.TryGetValue(key, out var known))
            {
                return known;
            }
        }

        if (await backend.Recordings.OpenAsync(call, cancellation) is not { } sound)
        {
            return null;
        }

        await using var wav = sound.Wav;
        var peaks = Read(wav, pieces);

        // One that is still being written grows.
        if (peaks is not null && call.RecordingLength is not null)
        {
            lock (_gate)
            {
                if (_kept.Count >= MostKept)
                {
                    _kept.Clear();
                }

                _kept[key] = peaks;
            }
        }

        return peaks;
    }

    private static SoundPeaks? Read(Stream wav, int pieces)
    {
        try
        {
            return SoundPeaks.Read(wav, pieces);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
