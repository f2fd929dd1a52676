using Switchhook.Hardware.Yaml;
using Switchhook.Site.Codes;
using Switchhook.Site.Drafts.Flows;
using Switchhook.Site.Drafts.Prompts;
using Switchhook.Site.Surveys;
using Switchhook.Site.Voicemail;

namespace Switchhook.Site.Drafts;

/// <summary>
/// A site as the file says it, not yet checked as a whole. What is missing or has a wrong type is null, and noted already; what is there
/// knows its place.
/// </summary>
internal sealed record SiteDraft(
    HeadDraft Head,
    IReadOnlyList<LineDraft> Lines,
    IReadOnlyList<PhoneDraft> Phones,
    IReadOnlyList<GroupDraft> Groups,
    IReadOnlyList<FlowDraft> Flows,
    IReadOnlyList<PromptDraft> Prompts,
    IReadOnlyList<LineGroupDraft> LineGroups,
    IReadOnlyList<OutboundDraft> Outbound,
    IReadOnlyList<LampDraft> Lamps)
{
    /// <summary>The trunks.</summary>
    public IReadOnlyList<TrunkDraft> Trunks { get; init; } = [];

    /// <summary>The section <c>sip</c>; null without it.</summary>
    public SipDraft? Sip { get; init; }

    /// <summary>The agents.</summary>
    public IReadOnlyList<AgentDraft> Agents { get; init; } = [];

    /// <summary>Why agents pause.</summary>
    public IReadOnlyList<CodeDraft> PauseReasons { get; init; } = [];

    /// <summary>The grades of callers.</summary>
    public IReadOnlyList<GradeDraft> Grades { get; init; } = [];

    /// <summary>The hours of the week.</summary>
    public IReadOnlyList<HoursDraft> Hours { get; init; } = [];

    /// <summary>The lists of callers.</summary>
    public IReadOnlyList<CallerListDraft> CallerLists { get; init; } = [];

    /// <summary>Where flows look values up.</summary>
    public IReadOnlyList<TableDraft> Tables { get; init; } = [];

    /// <summary>Sets of days on which hours can be closed.</summary>
    public IReadOnlyList<HolidaySetDraft> Holidays { get; init; } = [];

    /// <summary>The section <c>night</c>; null without it.</summary>
    public NightDraft? Night { get; init; }

    /// <summary>The queues.</summary>
    public IReadOnlyList<QueueDraft> Queues { get; init; } = [];

    /// <summary>Whom the box tells of alarms.</summary>
    public IReadOnlyList<AlertDraft> Alerts { get; init; } = [];

    /// <summary>The section <c>emergency</c>; null without it.</summary>
    public EmergencyDraft? Emergency { get; init; }

    /// <summary>How the box makes speech; null without the section.</summary>
    public SpeechDraft? Speech { get; init; }

    /// <summary>The music.</summary>
    public IReadOnlyList<MusicDraft> Music { get; init; } = [];

    /// <summary>Name of the music on hold; null without the key.</summary>
    public Located<string>? HoldMusic { get; init; }

    /// <summary>The surveys; the texts that stand in them are among <see cref="Prompts"/>.</summary>
    public IReadOnlyList<SurveyDraft> Surveys { get; init; } = [];

    /// <summary>The mailboxes.</summary>
    public IReadOnlyList<VoicemailDraft> Voicemail { get; init; } = [];

    /// <summary>The short numbers.</summary>
    public IReadOnlyList<SpeedDialDraft> SpeedDial { get; init; } = [];

    /// <summary>How calls are parked.</summary>
    public ParkingConfig Parking { get; init; } = ParkingConfig.Default;

    /// <summary>Hunt groups and queues: what lamps show.</summary>
    public IEnumerable<INamedDraft> Hotlines => Groups.Concat<INamedDraft>(Queues);

    /// <summary>Lines and trunks: what line groups are made of.</summary>
    public IEnumerable<INamedDraft> Outside => Lines.Concat<INamedDraft>(Trunks);

    /// <summary>Where callers of lines and trunks go.</summary>
    public IEnumerable<Located<string>> Routes => Lines.SelectMany(line => line.Flows).Concat(Trunks.SelectMany(trunk => trunk.Flows));

    /// <summary>The languages that callers may hear, the usual one first.</summary>
    public IReadOnlyList<string> Languages => Head.TagsOrDefault;

    /// <summary>The steps of all flows, and those that stand in their branches.</summary>
    public IEnumerable<StepDraft> AllSteps => Flows.SelectMany(flow => flow.AllSteps);

    /// <summary>The queue that a step sends callers to; null for other steps, and when there is none of that name.</summary>
    public QueueDraft? QueueOf(StepDraft step) => step is QueueStepDraft { Queue: { } name }
        ? Queues.FirstOrDefault(queue => queue.Name.Value == name.Value)
        : null;
}

/// <summary>What holds for the whole site.</summary>
internal sealed record HeadDraft(
    Located<string>? Name,
    Located<string>? Country,
    Located<string>? TimeZone,
    Located<string>? Board,
    RecordPolicy Record)
{
    /// <summary>All languages that the file names, the first first; empty when it names none.</summary>
    public IReadOnlyList<Located<string>> Languages { get; init; } = [];

    /// <summary>The tags of the languages; never empty.</summary>
    public ValueList<string> TagsOrDefault =>
        Languages.Count == 0 ? [SiteDefaults.Language] : [.. Languages.Select(language => language.Value)];
}

/// <summary>What a lamp shows, as the file says it.</summary>
internal sealed record LampDraft(Located<string> Name, Located<string>? Hotline) : INamedDraft
{
    /// <summary>What a lamp shows instead of a group or a queue: night.</summary>
    public const string Night = "night";

    /// <summary>True when it shows night.</summary>
    public bool ShowsNight => Hotline?.Value == Night;
}

/// <summary>A part of the site that has a name of its own.</summary>
internal interface INamedDraft
{
    /// <summary>The name and its place.</summary>
    Located<string> Name { get; }
}
