using Switchhook.Hardware.Yaml;
using Switchhook.Site.Codes;
using Switchhook.Site.Drafts;
using Switchhook.Site.Reading.Flows;
using Switchhook.Site.Reading.Opening;
using Switchhook.Site.Reading.Outbound;
using Switchhook.Site.Reading.Prompts;
using Switchhook.Site.Reading.Queues;
using Switchhook.Site.Reading.Voicemail;
using Switchhook.Site.Surveys;

namespace Switchhook.Site.Reading;

/// <summary>Reads the whole file into a draft.</summary>
internal static class DraftReader
{
    private static readonly YamlKey[] Keys =
    [
        YamlKey.Required("site", "{name: Maple Street Clinic, country: US, time-zone: America/Chicago}"),
        YamlKey.Optional("board"),
        YamlKey.Optional("lines"),
        YamlKey.Optional("trunks"),
        YamlKey.Required("phones", "{101: {port: fxs1, name: Front desk}}"),
        YamlKey.Optional("groups"),
        YamlKey.Optional("hours"),
        YamlKey.Optional("holidays"),
        YamlKey.Optional("night"),
        YamlKey.Optional("agents"),
        YamlKey.Optional("pause-reasons"),
        YamlKey.Optional("grades"),
        YamlKey.Optional("caller-lists"),
        YamlKey.Optional("tables"),
        YamlKey.Optional("queues"),
        YamlKey.Optional("surveys"),
        YamlKey.Optional("flows"),
        YamlKey.Optional("prompts"),
        YamlKey.Optional("speech"),
        YamlKey.Optional("music"),
        YamlKey.Optional("hold-music"),
        YamlKey.Optional("line-groups"),
        YamlKey.Optional("outbound"),
        YamlKey.Optional("emergency"),
        YamlKey.Optional("record"),
        YamlKey.Optional("lamps"),
        YamlKey.Optional("alerts"),
        YamlKey.Optional("voicemail"),
        YamlKey.Optional("sip"),
        YamlKey.Optional("speed-dial"),
        YamlKey.Optional("parking"),
    ];

    /// <summary>The draft; null when the text is not a site file at all.</summary>
    public static SiteDraft? Read(string text, MistakeLog log)
    {
        if (YamlDocument.Read(text, log) is not { } root || YamlFields.Open(root, "the site file", Keys, log) is not { } file)
        {
            return null;
        }

        NoteNoLines(file, log);
        var surveys = SurveysReader.Read(file, log);
        return new SiteDraft(
            HeadReader.Read(file, log),
            LinesReader.Read(file, log),
            PhonesReader.Read(file, log),
            PhonesReader.ReadGroups(file, log),
            FlowsReader.Read(file, log),
            [.. PromptsReader.Read(file, log), .. surveys.SelectMany(survey => survey.Own)],
            LinesReader.ReadGroups(file, log),
            OutboundReader.Read(file, log),
            LampsReader.Read(file, log))
        {
            Speech = SpeechReader.Read(file, log),
            Music = MusicReader.Read(file, log),
            HoldMusic = file.Text("hold-music"),
            Trunks = TrunksReader.Read(file, log),
            Sip = SipReader.Read(file, log),
            Agents = AgentsReader.Read(file, log),
            PauseReasons = AgentsReader.ReadPauseReasons(file, log),
            Grades = AgentsReader.ReadGrades(file, log),
            Hours = HoursReader.Read(file, log),
            Holidays = DatesReader.ReadSets(file, log),
            Night = HoursReader.ReadNight(file, log),
            CallerLists = CallerListsReader.Read(file, log),
            Tables = TablesReader.Read(file, log),
            Queues = QueuesReader.Read(file, log),
            Surveys = surveys,
            Alerts = AlertsReader.Read(file, log),
            Emergency = EmergencyReader.Read(file, log),
            Voicemail = VoicemailReader.Read(file, log),
            SpeedDial = SpeedDialReader.Read(file, log),
            Parking = ParkingReader.Read(file, log),
        };
    }

    private static void NoteNoLines(YamlFields file, MistakeLog log)
    {
        if (!file.Has("lines") && !file.Has("trunks") && !file.HasUnknown)
        {
            log.Error(
                file.At, "The site file has neither \"lines\" nor \"trunks\".", "Add \"lines: {main-1: {port: fxo1, route: day}}\".");
        }
    }
}
