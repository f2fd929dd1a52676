using Switchhook.Audio;
using Switchhook.Audio.Waiting;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Loop;
using Switchhook.Hardware.Lines;
using Switchhook.Site;

namespace Switchhook.Flows.Talking;

/// <summary>The devices that the music of a site comes from: one feed for each, however many listen. Control loop only.</summary>
/// <param name="loop">The control loop.</param>
/// <param name="journal">Is told when one fails, and when it works again.</param>
/// <param name="open">Opens a device by its name.</param>
/// <param name="run">Starts a feed.</param>
public sealed class LineInSet(ControlLoop loop, CallJournal journal, Func<string, ISoundInput> open, Action<LineInFeed> run)
    : ILineIns, IDisposable
{
    /// <summary>How the journal names such a part; the device follows.</summary>
    public const string Part = "line-in ";

    private readonly Dictionary<string, LineInFeed> _feeds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);

    /// <summary>Opens the devices of a site, and closes those that it no longer has.</summary>
    public void Apply(SiteModel site)
    {
        var wanted = site.Music.Values.Select(music => music.LineIn).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var gone in _feeds.Keys.Except(wanted).ToList())
        {
            _feeds.Remove(gone, out var feed);
            feed!.Dispose();
            if (_failed.Remove(gone))
            {
                journal.Append(new PartChanged(Part + gone, null));
            }
        }

        foreach (var device in wanted.Except(_feeds.Keys).ToList())
        {
            LineInFeed feed = null!;
            feed = new LineInFeed(device, () => open(device), loop.Time, fault => loop.Post(() => Tell(device, feed, fault)));
            _feeds.Add(device, feed);
            run(feed);
        }
    }

    /// <inheritdoc/>
    public IFrameSource? Open(string device, double gainDb) => _feeds.GetValueOrDefault(device)?.Ring.Open(gainDb);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var feed in _feeds.Values)
        {
            feed.Dispose();
        }

        _feeds.Clear();
    }

    // That it works is told only after a failure. A feed that was closed has nothing to say any more.
    private void Tell(string device, LineInFeed feed, string? fault)
    {
        if (_feeds.GetValueOrDefault(device) == feed && (fault is null ? _failed.Remove(device) : _failed.Add(device)))
        {
            journal.Append(new PartChanged(Part + device, fault));
        }
    }
}
