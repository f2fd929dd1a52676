using System.Collections.Immutable;
using Switchhook.Site.Alerts;
using Switchhook.Site.Codes;
using Switchhook.Site.Flows;
using Switchhook.Site.Opening;
using Switchhook.Site.Outbound;
using Switchhook.Site.Prompts;
using Switchhook.Site.Queues;
using Switchhook.Site.Surveys;
using Switchhook.Site.Voicemail;

namespace Switchhook.Site;

/// <summary>A whole, valid site: what <c>site.yaml</c> says, checked. Immutable; a running box swaps one for another.</summary>
/// <param name="Name">Name of the site.</param>
/// <param name="Country">ISO 3166-1 code; a key of the country table.</param>
/// <param name="TimeZone">Zone in which times are shown.</param>
/// <param name="Language">What callers hear who have chosen no other language, an IETF tag such as <c>en</c>.</param>
/// <param name="Board">Name of a board file, <c>simulated</c> when left out.</param>
/// <param name="Lines">Exchange lines by name.</param>
/// <param name="Phones">Phones by extension number.</param>
/// <param name="Groups">Hunt groups by name.</param>
/// <param name="Flows">What happens to a call that comes in, by name.</param>
/// <param name="Prompts">Spoken texts and music by name.</param>
/// <param name="LineGroups">Groups of lines for calls out, by name.</param>
/// <param name="Outbound">What may be dialled to the outside; empty allows nothing but emergency numbers.</param>
/// <param name="Record">Which calls are recorded.</param>
/// <param name="Lamps">What the board's lamps show, by the names of the lamps.</param>
public sealed record SiteModel(
    string Name,
    string Country,
    TimeZoneInfo TimeZone,
    string Language,
    string Board,
    ImmutableSortedDictionary<string, LineConfig> Lines,
    ImmutableSortedDictionary<string, PhoneConfig> Phones,
    ImmutableSortedDictionary<string, HuntGroupConfig> Groups,
    ImmutableSortedDictionary<string, FlowConfig> Flows,
    ImmutableSortedDictionary<string, PromptConfig> Prompts,
    ImmutableSortedDictionary<string, LineGroupConfig> LineGroups,
    ImmutableArray<OutboundRule> Outbound,
    RecordPolicy Record,
    ImmutableSortedDictionary<string, LampConfig> Lamps)
{
    /// <summary>Further languages that callers can choose.</summary>
    public ValueList<string> OtherLanguages { get; init; } = [];

    /// <summary>All languages, <see cref="Language"/> first.</summary>
    public ValueList<string> Languages => [Language, .. OtherLanguages];

    /// <summary>How the box makes speech from text.</summary>
    public SpeechConfig Speech { get; init; } = SpeechConfig.Default;

    /// <summary>Music by name, for who waits.</summary>
    public ImmutableSortedDictionary<string, MusicConfig> Music { get; init; } =
        ImmutableSortedDictionary.Create<string, MusicConfig>(StringComparer.Ordinal);

    /// <summary>The music that is heard on hold, and in queues without music of their own; null for the signal of the box.</summary>
    public string? HoldMusic { get; init; }

    /// <summary>SIP trunks by name; no line has the name of one.</summary>
    public ImmutableSortedDictionary<string, TrunkConfig> Trunks { get; init; } =
        ImmutableSortedDictionary.Create<string, TrunkConfig>(StringComparer.Ordinal);

    /// <summary>What holds for all of SIP.</summary>
    public SipConfig Sip { get; init; } = SipConfig.Default;

    /// <summary>Agents by name.</summary>
    public ImmutableSortedDictionary<string, AgentConfig> Agents { get; init; } =
        ImmutableSortedDictionary.Create<string, AgentConfig>(StringComparer.Ordinal);

    /// <summary>Why agents pause, by the digit from 1 to 9 that they dial.</summary>
    public ImmutableSortedDictionary<string, string> PauseReasons { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Callers who come before others, by the name of their grade.</summary>
    public ImmutableSortedDictionary<string, GradeConfig> Grades { get; init; } =
        ImmutableSortedDictionary.Create<string, GradeConfig>(StringComparer.Ordinal);

    /// <summary>Hours of the week by name.</summary>
    public ImmutableSortedDictionary<string, HoursConfig> Hours { get; init; } =
        ImmutableSortedDictionary.Create<string, HoursConfig>(StringComparer.Ordinal);

    /// <summary>Lists of callers by name.</summary>
    public ImmutableSortedDictionary<string, CallerListConfig> CallerLists { get; init; } =
        ImmutableSortedDictionary.Create<string, CallerListConfig>(StringComparer.Ordinal);

    /// <summary>Where flows look values up, by name.</summary>
    public ImmutableSortedDictionary<string, TableConfig> Tables { get; init; } =
        ImmutableSortedDictionary.Create<string, TableConfig>(StringComparer.Ordinal);

    /// <summary>Sets of days on which hours can be closed, by name.</summary>
    public ImmutableSortedDictionary<string, HolidaySet> Holidays { get; init; } =
        ImmutableSortedDictionary.Create<string, HolidaySet>(StringComparer.Ordinal);

    /// <summary>How night ends that somebody has switched on.</summary>
    public NightConfig Night { get; init; } = NightConfig.Default;

    /// <summary>Queues by name; no hunt group has the name of one.</summary>
    public ImmutableSortedDictionary<string, QueueConfig> Queues { get; init; } =
        ImmutableSortedDictionary.Create<string, QueueConfig>(StringComparer.Ordinal);

    /// <summary>Whom the box tells of alarms and of lines that do not work, by name.</summary>
    public ImmutableSortedDictionary<string, AlertConfig> Alerts { get; init; } =
        ImmutableSortedDictionary.Create<string, AlertConfig>(StringComparer.Ordinal);

    /// <summary>What the site adds to the emergency calls of its country.</summary>
    public EmergencyConfig Emergency { get; init; } = EmergencyConfig.Default;

    /// <summary>Surveys by name.</summary>
    public ImmutableSortedDictionary<string, SurveyConfig> Surveys { get; init; } =
        ImmutableSortedDictionary.Create<string, SurveyConfig>(StringComparer.Ordinal);

    /// <summary>Mailboxes by name.</summary>
    public ImmutableSortedDictionary<string, VoicemailConfig> Voicemail { get; init; } =
        ImmutableSortedDictionary.Create<string, VoicemailConfig>(StringComparer.Ordinal);

    /// <summary>How calls are parked.</summary>
    public ParkingConfig Parking { get; init; } = ParkingConfig.Default;

    /// <summary>Short numbers by their two digits.</summary>
    public ImmutableSortedDictionary<string, SpeedDialConfig> SpeedDial { get; init; } =
        ImmutableSortedDictionary.Create<string, SpeedDialConfig>(StringComparer.Ordinal);

    /// <summary>The flow of a call that comes in now; null when the site has no line or trunk of that name.</summary>
    /// <param name="line">Name of the line or trunk.</param>
    /// <param name="called">The number that was called, where a trunk tells it; else null.</param>
    /// <param name="night">True while night is switched on.</param>
    public string? FlowOf(string line, string? called, bool night) =>
        Lines.TryGetValue(line, out var analog) ? analog.FlowBy(night)
        : Trunks.TryGetValue(line, out var trunk) ? trunk.FlowBy(called, night)
        : null;
}

/// <summary>An exchange line.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="Port">Port of the board, such as <c>fxo1</c>.</param>
/// <param name="Number">Its number in E.164; null when not told.</param>
/// <param name="Flow">Flow of the calls that come in on it (key <c>route</c>).</param>
/// <param name="PulseDialling">True when the exchange takes loop-disconnect pulses only (<c>dialling: pulse</c>).</param>
public sealed record LineConfig(string Name, string Port, string? Number, string Flow, bool PulseDialling)
{
    /// <summary>Flow of the calls that come in while night is switched on (key <c>night</c>); null when it makes no difference.</summary>
    public string? NightFlow { get; init; }

    /// <summary>The flow of a call that comes in now.</summary>
    public string FlowBy(bool night) => night ? NightFlow ?? Flow : Flow;
}

/// <summary>
/// A phone of the house, on a port of the board or by SIP: either <see cref="Port"/> or <see cref="Sip"/> is set. Compared by value.
/// </summary>
/// <param name="Number">Extension number, 2 to 6 digits.</param>
/// <param name="Port">Port of the board, such as <c>fxs1</c>; null for a SIP phone.</param>
/// <param name="Name">Name for displays.</param>
/// <param name="Place">Where it stands, for emergency calls; null when not told.</param>
/// <param name="CallWaiting">True when a second call beeps instead of being busy.</param>
public sealed record PhoneConfig(string Number, string? Port, string Name, string? Place, bool CallWaiting)
{
    /// <summary>What is set for a SIP phone; null for one on a port.</summary>
    public SipPhoneConfig? Sip { get; init; }

    /// <summary>How a phone on a port tells of messages.</summary>
    public ValueList<MessageLampKind> MessageLamp { get; init; } = VoicemailDefaults.MessageLamp;

    /// <summary>What its calls out show over trunks; null for the trunk's own number. A rule's own goes before it.</summary>
    public ShownNumber? Show { get; init; }
}

/// <summary>Phones that are hunted for a caller.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="Phones">Extension numbers, in the order of the file.</param>
/// <param name="Strategy">Whom to ring.</param>
/// <param name="RingTime">How long a phone (or all of them) rings in one attempt.</param>
/// <param name="Rounds">How many times all phones are tried.</param>
/// <param name="Pause">Wait between rounds, and when every phone is busy.</param>
public sealed record HuntGroupConfig(
    string Name, ImmutableArray<string> Phones, HuntStrategy Strategy, TimeSpan RingTime, int Rounds, TimeSpan Pause);

/// <summary>Whom a hunt group rings.</summary>
public enum HuntStrategy
{
    /// <summary>All free phones at once.</summary>
    RingAll,

    /// <summary>One after another, always from the top.</summary>
    InOrder,

    /// <summary>One after another, beginning after the one that was rung first the last time.</summary>
    RoundRobin,

    /// <summary>One after another, the phone that has been idle longest first.</summary>
    LongestIdle,
}

/// <summary>A spoken text or music, in the site's first language: exactly one of file and text is set.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="File">Path of a sound file, relative to the site file; exists.</param>
/// <param name="Say">Text for speech synthesis.</param>
public sealed record PromptConfig(string Name, string? File, string? Say)
{
    /// <summary>The same in other languages of the site.</summary>
    public ValueList<PromptText> Others { get; init; } = [];

    /// <summary>How loud it is played.</summary>
    public PromptLevel Level { get; init; }

    /// <summary>The prompt in a language; null when it is not given in that.</summary>
    /// <param name="language">IETF tag.</param>
    /// <param name="first">The site's first language.</param>
    public PromptText? In(string language, string first) =>
        language == first ? new PromptText(language, File, Say) : Others.FirstOrDefault(other => other.Language == language);
}

/// <summary>Lines for calls out.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="Lines">Names of lines and trunks, in the order of the file.</param>
/// <param name="Order">Which free one is taken.</param>
public sealed record LineGroupConfig(string Name, ImmutableArray<string> Lines, LineOrder Order);

/// <summary>Which free line of a group is taken.</summary>
public enum LineOrder
{
    /// <summary>The first free one from the top.</summary>
    Ascending,

    /// <summary>The first free one from the bottom.</summary>
    Descending,

    /// <summary>The first free one after the one taken last.</summary>
    RoundRobin,
}

/// <summary>Numbers that may be dialled to the outside. The first rule that fits number, phone and hour takes a call.</summary>
/// <param name="Prefix">Digits that a user dials first and the exchange does not get; may be empty.</param>
/// <param name="Starts">Beginnings of numbers that the rule allows, after the prefix; "" allows all.</param>
/// <param name="MinDigits">Fewest digits of a number, after the prefix.</param>
/// <param name="MaxDigits">Most digits of a number, after the prefix.</param>
/// <param name="Over">Line group.</param>
public sealed record OutboundRule(string Prefix, ImmutableArray<string> Starts, int MinDigits, int MaxDigits, string Over)
{
    /// <summary>What a rule by lengths and beginnings lets out: nothing that costs more than a call within the country.</summary>
    public static ValueList<NumberClass> ByDigits { get; } =
        [NumberClass.National, NumberClass.Mobile, NumberClass.TollFree, NumberClass.SharedCost, NumberClass.Service];

    /// <summary>The classes that may be called.</summary>
    public ValueList<NumberClass> Allow { get; init; } = ByDigits;

    /// <summary>True when the rule names classes (<c>allow</c>) and not lengths (<c>digits</c>).</summary>
    public bool IsByClass { get; init; }

    /// <summary>ISO 3166-1 codes of the countries that <see cref="NumberClass.International"/> is limited to; empty for all.</summary>
    public ValueList<string> Countries { get; init; } = [];

    /// <summary>Phones that the rule is for; empty for all.</summary>
    public ValueList<string> Phones { get; init; } = [];

    /// <summary>Phones that the rule is not for.</summary>
    public ValueList<string> ExceptPhones { get; init; } = [];

    /// <summary>Timetable in which the rule holds; null for always.</summary>
    public string? Hours { get; init; }

    /// <summary>Name of the PIN that is asked for; null for none. The PIN stands apart, as the secret <c>pin/NAME</c>.</summary>
    public string? Pin { get; init; }

    /// <summary>What one phone may call in a day; null for no limit but those of the guard against fraud.</summary>
    public OutboundLimit? Limit { get; init; }

    /// <summary>Line groups that are tried after <see cref="Over"/>, in this order, when no line of it carries the call.</summary>
    public ValueList<string> Then { get; init; } = [];

    /// <summary>What its calls show over trunks; null for what the phone or the trunk shows.</summary>
    public ShownNumber? Show { get; init; }

    /// <summary>Name of the secret that is the PIN; null for none.</summary>
    public string? PinSecret => Pin is null ? null : $"pin/{Pin}";

    /// <summary>True when a phone may use the rule.</summary>
    public bool IsFor(string phone) => (Phones.Count == 0 || Phones.Contains(phone)) && !ExceptPhones.Contains(phone);
}

/// <summary>A lamp of the board and what it shows.</summary>
/// <param name="Name">Name of the lamp in the board file.</param>
/// <param name="Hotline">
/// Hunt group or queue whose state it shows (key <c>shows</c>); null for one that is lit by night (<c>shows: night</c>).
/// </param>
public sealed record LampConfig(string Name, string? Hotline);

/// <summary>Which calls are recorded.</summary>
public enum RecordPolicy
{
    /// <summary>None.</summary>
    None,

    /// <summary>Calls over exchange lines.</summary>
    Outside,

    /// <summary>All calls.</summary>
    All,
}
