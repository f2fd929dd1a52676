using System.Globalization;

namespace Switchhook.Storage.Journal;

/// <summary>What is wrong with writing, since when, and when the next try is due.</summary>
internal sealed class StoreTrouble(TimeProvider time, JournalStoreOptions options)
{
    private string _what = "";
    private string? _lost;
    private long _pauseBegan;

    /// <summary>UTC; null while all is well.</summary>
    public DateTimeOffset? Since { get; private set; }

    /// <summary>From the last failure to the next try; zero while all is well.</summary>
    public TimeSpan Pause { get; private set; }

    /// <summary>How long the disk is left alone from now on, in whole milliseconds, rounded up; zero when it may be tried.</summary>
    public TimeSpan PauseLeft
    {
        get
        {
            var left = Pause > TimeSpan.Zero ? (Pause - time.GetElapsedTime(_pauseBegan)).TotalMilliseconds : 0;
            return TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling(left)));
        }
    }

    public void Failed(string what)
    {
        _what = what;
        Since ??= time.GetUtcNow();
        _pauseBegan = time.GetTimestamp();
        var next = Pause == TimeSpan.Zero ? options.FirstPause : Pause * 2;
        Pause = next < options.LongestPause ? next : options.LongestPause;
    }

    public void Succeeded()
    {
        Since = null;
        Pause = TimeSpan.Zero;
    }

    /// <summary>Tries again at once (the box stops).</summary>
    public void EndPause() => Pause = TimeSpan.Zero;

    /// <summary>An event was lost by a fault of ours.</summary>
    public void Lost(string why) => _lost = why;

    public string Words(int waiting, long dropped)
    {
        var losses = dropped == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {dropped} are lost.");
        var fault = _lost is null ? "" : $" Fault: {_lost}";
        return Since is { } since
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Since {since:yyyy-MM-dd HH:mm:ss} UTC the journal cannot be written: {_what} {waiting} entries wait.{losses}{fault}")
            : $"The journal is written as it comes.{losses}{fault}";
    }
}
