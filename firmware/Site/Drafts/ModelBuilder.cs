using System.Collections.Immutable;
using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts.Flows;
using Switchhook.Site.Drafts.Prompts;
using Switchhook.Site.Flows;
using Switchhook.Site.Outbound;
using Switchhook.Site.Prompts;

namespace Switchhook.Site.Drafts;

/// <summary>Turns a draft without mistakes into the model.</summary>
internal static class ModelBuilder
{
    /// <summary>The model.</summary>
    /// <exception cref="InvalidOperationException">The draft has a hole that no check has noted: a bug.</exception>
    public static SiteModel Build(SiteDraft draft)
    {
        var sip = new SipBuilder(CountryTable.Get(Sure(draft.Head.Country)).Law);
        return Build(draft, sip) with
        {
            Speech = draft.Speech?.Config ?? SpeechConfig.Default,
            Music = ByName(draft.Music.Select(music => music.Build()), music => music.Name),
            HoldMusic = draft.HoldMusic?.Value,
            OtherLanguages = [.. draft.Head.TagsOrDefault.Skip(1)],
            Trunks = ByName(draft.Trunks.Select(sip.Trunk), trunk => trunk.Name),
            Sip = SipBuilder.Settings(draft.Sip),
            Agents = ByName(draft.Agents.Select(QueueBuilder.Agent), agent => agent.Name),
            PauseReasons = draft.PauseReasons.ToImmutableSortedDictionary(
                reason => reason.Digits.Value, reason => reason.Words.Value, StringComparer.Ordinal),
            Grades = ByName(draft.Grades.Select(QueueBuilder.Grade), grade => grade.Name),
            Hours = ByName(draft.Hours.Select(hours => OpeningBuilder.Hours(hours, draft)), hours => hours.Name),
            Holidays = ByName(draft.Holidays.Select(OpeningBuilder.Set), set => set.Name),
            Night = OpeningBuilder.Night(draft.Night),
            CallerLists = ByName(draft.CallerLists.Select(CallerList), list => list.Name),
            Tables = ByName(draft.Tables.Select(Table), table => table.Name),
            Queues = ByName(draft.Queues.Select(QueueBuilder.Queue), queue => queue.Name),
            Emergency = draft.Emergency is { } emergency
                ? new EmergencyConfig(Values(emergency.Also), Values(emergency.Notify), emergency.TestNumber?.Value)
                : EmergencyConfig.Default,
            Alerts = ByName(draft.Alerts.Select(AlertBuilder.Alert), alert => alert.Name),
            Surveys = ByName(draft.Surveys.Select(survey => survey.Build()), survey => survey.Name),
            Voicemail = ByName(draft.Voicemail.Select(box => box.Build()), box => box.Name),
            Parking = draft.Parking,
            SpeedDial = ByName(draft.SpeedDial.Select(entry => entry.Build()), entry => entry.Digits),
        };
    }

    /// <summary>A value that a checked draft has.</summary>
    public static string Sure(Located<string>? text) => text?.Value ?? throw Hole();

    /// <summary>What is thrown where one is missing all the same.</summary>
    public static InvalidOperationException Hole() => new("A value is missing in a site that was checked without an error.");

    private static SiteModel Build(SiteDraft draft, SipBuilder sip) => new(
        Sure(draft.Head.Name),
        Sure(draft.Head.Country),
        TimeZoneInfo.FindSystemTimeZoneById(Sure(draft.Head.TimeZone)),
        draft.Head.TagsOrDefault[0],
        draft.Head.Board?.Value ?? Board.Simulated,
        ByName(draft.Lines.Select(Line), line => line.Name),
        ByName(draft.Phones.Select(phone => Phone(phone, sip)), phone => phone.Number),
        ByName(draft.Groups.Select(Group), group => group.Name),
        ByName(draft.Flows.Select(Flow), flow => flow.Name),
        ByName(draft.Prompts.Select(prompt => PromptBuilder.Prompt(prompt, draft.Head.TagsOrDefault)), prompt => prompt.Name),
        ByName(draft.LineGroups.Select(LineGroup), group => group.Name),
        [.. draft.Outbound.Select(Rule)],
        draft.Head.Record,
        ByName(draft.Lamps.Select(Lamp), lamp => lamp.Name));

    private static LineConfig Line(LineDraft line) => new(
        line.Name.Value,
        Sure(line.Port),
        line.Number is { } number ? PhoneNumber.Normalize(number.Value) : null,
        Sure(line.Flow),
        line.PulseDialling)
    {
        NightFlow = line.NightFlow?.Value,
    };

    private static PhoneConfig Phone(PhoneDraft phone, SipBuilder sip) => new(
        phone.Number.Value,
        phone.Sip is null ? Sure(phone.Port) : null,
        Sure(phone.DisplayName),
        phone.Place?.Value,
        phone.CallWaiting)
    {
        Sip = phone.Sip is { } settings ? sip.Phone(settings) : null,
        MessageLamp = phone.MessageLamp,
        Show = Shown(phone.Show),
    };

    private static HuntGroupConfig Group(GroupDraft group) =>
        new(group.Name.Value, Texts(group.Phones), group.Strategy, group.RingTime, group.Rounds, group.Pause);

    private static FlowConfig Flow(FlowDraft flow) => new(flow.Name.Value, [.. (flow.Steps ?? []).Select(step => step.Build())]);

    private static CallerListConfig CallerList(CallerListDraft list) => new(
        list.Name.Value, [.. (list.Numbers ?? throw Hole()).Select(number => CallerNumbers.Normalize(number.Value) ?? throw Hole())]);

    private static TableConfig Table(TableDraft table) => new(
        table.Name.Value, table.Source ?? throw Hole(), [.. table.Values.Select(value => value.Value)], table.Timeout);

    private static LineGroupConfig LineGroup(LineGroupDraft group) => new(group.Name.Value, Texts(group.Lines), group.Order);

    private static LampConfig Lamp(LampDraft lamp) => new(lamp.Name.Value, lamp.ShowsNight ? null : Sure(lamp.Hotline));

    private static OutboundRule Rule(OutboundDraft rule)
    {
        var terms = rule.Terms;
        var (least, most) = terms.Allow is null ? rule.Digits?.Value ?? throw Hole() : (1, SiteDefaults.MostDigits);
        ImmutableArray<string> starts = rule.Starts.Count == 0 ? [""] : Texts(rule.Starts);
        return new OutboundRule(rule.PrefixDigits, starts, least, most, Sure(rule.Over))
        {
            Allow = terms.Allow is { } allow ? [.. allow] : [.. OutboundRule.ByDigits, .. terms.Opened],
            IsByClass = terms.Allow is not null,
            Countries = Values(terms.Countries),
            Phones = Values(terms.Phones),
            ExceptPhones = Values(terms.ExceptPhones),
            Hours = terms.Hours?.Value,
            Pin = terms.Pin?.Value,
            Limit = terms.Limit,
            Then = Values(terms.Then),
            Show = Shown(terms.Show),
        };
    }

    private static ShownNumber? Shown(Located<string>? show) =>
        show is { } written ? ShownNumber.Parse(written.Value) ?? throw Hole() : null;

    private static ValueList<string> Values(IReadOnlyList<Located<string>> texts) => [.. texts.Select(text => text.Value)];

    private static ImmutableSortedDictionary<string, T> ByName<T>(IEnumerable<T> things, Func<T, string> name) =>
        things.ToImmutableSortedDictionary(name, thing => thing, StringComparer.Ordinal);

    private static ImmutableArray<string> Texts(IReadOnlyList<Located<string>>? texts) =>
        [.. (texts ?? throw Hole()).Select(text => text.Value)];
}
