using Switchhook.Acd.Signals;
using Switchhook.Calls.Live;
using Switchhook.Flows.Lamps;
using Switchhook.Hardware.Yaml;
using Switchhook.Site;
using Switchhook.Web.Components.Rows;
using Switchhook.Web.Text;
using static Switchhook.Web.Language.Words;

namespace Switchhook.Web.Pages.Live;

/// <summary>What the live page shows now.</summary>
/// <param name="Site">The site in force.</param>
/// <param name="Live">What the box does.</param>
/// <param name="Words">Names and times.</param>
public sealed record NowView(SiteModel Site, LiveSnapshot Live, SiteWords Words)
{
    /// <summary>What a hotline is doing.</summary>
    public HotlineState StateOf(HuntGroupConfig group) => HotlineStates.Of(Live, Site, group.Name);

    /// <summary>The rows that were made before, for a page whose script counts times on; null to make each.</summary>
    internal KeptRows? Rows { get; init; }

    /// <summary>True while nobody has set the site up.</summary>
    public bool IsExample { get; init; }

    /// <summary>What the lamps of queues tell.</summary>
    public IReadOnlyDictionary<string, QueueSignal> Signals { get; init; } = new Dictionary<string, QueueSignal>(StringComparer.Ordinal);

    /// <summary>The row of a line or a trunk.</summary>
    /// <param name="name">Its name for people.</param>
    /// <param name="place">Its number, or where it ends.</param>
    /// <param name="state">What it does; null when it was never heard of.</param>
    public static StationRow RowOf(string name, string place, LineState? state) => new(name, place, Look.Of(state?.Status))
    {
        IsQuiet = state is null or { Status: LineStatus.Idle },
        Why = state?.Why,
        Since = state?.Since,
    };

    /// <summary>How a lamp shines, as a class of the style sheet.</summary>
    public string BulbOf(LampConfig lamp) => KebabCase.Of(HotlineLamps.SignOf(lamp, Site, Live, Signals).Pattern);

    /// <summary>What the hotline of a lamp does.</summary>
    public Look LookOf(string hotline) =>
        Site.Queues.ContainsKey(hotline) ? QueueLook(hotline) : Look.Of(HotlineStates.Of(Live, Site, hotline));

    // As the lamp shows it: a fault where nothing is more pressing.
    private Look QueueLook(string queue)
    {
        var signal = Signals.GetValueOrDefault(queue, QueueSignal.Idle);
        return QueueLamps.SignOf(signal, HotlineStates.HasFault(Live, Site, queue)) == QueueLamps.Fault ? Look.Fault : Look.Of(signal);
    }

    /// <summary>Until when the partner is let in; null when he is not.</summary>
    public DateTimeOffset? PartnerUntil => Live.PartnerUntil is { } until && Words.Now < until ? until : null;

    /// <summary>The name of a part at the beginning of a line.</summary>
    public static string NameOf(PartFault fault)
    {
        var name = Say.Told(fault.Part);
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    /// <summary>Who waits at a place: the caller where the call came in from outside, else the party.</summary>
    public string NameOf(ParkedPlace parked) =>
        Live.Calls.GetValueOrDefault(parked.Call) is { Direction: CallDirection.Inbound } call && call.From == parked.Who
            ? call.CallerName ?? call.CallerNumber ?? parked.Who.Capitalised
            : Words.Party(parked.Who);

    /// <summary>What an alarm is for, without the name of its queue, which stands before it.</summary>
    public static string WordsOf(AlarmState alarm)
    {
        var words = alarm.Words.StartsWith($"Queue {alarm.Queue}: ", StringComparison.Ordinal)
            ? alarm.Words[(alarm.Queue.Length + "Queue : ".Length)..]
            : alarm.Words;
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>Who answers it: "101, 102".</summary>
    public static string PlaceOf(HuntGroupConfig group) => string.Join(", ", group.Phones);
}
