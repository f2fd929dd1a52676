using System.Globalization;
using System.Text;
using Switchhook.Calls.Live;
using Switchhook.Recording;
using Switchhook.Web.Api.Recordings.Models;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Recordings;

/// <summary>One recording.</summary>
/// <param name="Call">The call.</param>
/// <param name="Item">The recording.</param>
/// <param name="Peaks">Its picture; null when its sound is not there.</param>
/// <param name="Heard">Who was given its sound, in order.</param>
/// <param name="Words">Names and times.</param>
public sealed record RecordingView(
    CallRecord Call, RecordedCallModel Item, SoundPeaks? Peaks, IReadOnlyList<HeardModel> Heard, SiteWords Words)
{
    /// <summary>Half the height of the picture.</summary>
    public const int Half = 50;

    /// <summary>What went wrong; empty when nothing.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>What was to be noted when that went wrong; null for what is noted.</summary>
    public string? Tried { get; init; }

    /// <summary>Its address.</summary>
    public string Address => $"/recordings/{Uri.EscapeDataString(Item.Id)}";

    /// <summary>The outline of one channel as the data of an SVG path, from the middle up or down, one unit wide for each piece.</summary>
    /// <param name="peaks">The loudness of each piece.</param>
    /// <param name="up">True for up.</param>
    public static string Outline(IReadOnlyList<float> peaks, bool up)
    {
        var path = new StringBuilder(FormattableString.Invariant($"M0 {Half}"));
        for (var i = 0; i < peaks.Count; i++)
        {
            // By the square root, so that soft speech is seen beside loud; a line where it is silent.
            var height = Math.Max(0.5, Math.Sqrt(peaks[i]) * (Half - 2));
            path.Append(CultureInfo.InvariantCulture, $"V{(up ? Half - height : Half + height):0.#}h1");
        }

        return path.Append(CultureInfo.InvariantCulture, $"V{Half}Z").ToString();
    }
}
