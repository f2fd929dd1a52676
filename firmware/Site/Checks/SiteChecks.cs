using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Checks.Flows;
using Switchhook.Site.Checks.Network;
using Switchhook.Site.Checks.Opening;
using Switchhook.Site.Checks.Outbound;
using Switchhook.Site.Checks.Prompts;
using Switchhook.Site.Checks.Queues;
using Switchhook.Site.Codes;
using Switchhook.Site.Drafts;
using Switchhook.Site.Reading;
using Switchhook.Site.Surveys;
using Switchhook.Site.Voicemail;

namespace Switchhook.Site.Checks;

/// <summary>Checks that need more than one value: all of them run, whatever the others find.</summary>
internal static class SiteChecks
{
    /// <summary>Notes everything that is wrong with the site as a whole.</summary>
    public static void Run(SiteDraft draft, SiteContext context, MistakeLog log)
    {
        var country = EmergencyNumberCheck.Run(draft, HeadCheck.Run(draft.Head, log), log);
        var board = BoardCheck.Run(draft.Head.Board, context, log);
        PortCheck.Run(draft, board, log);
        NumberCheck.Run(draft, country, log);
        ExtensionCheck.Run(draft, country, log);
        GroupCheck.Run(draft, log);
        AgentCheck.Run(draft, country, log);
        OpeningCheck.Run(draft, country, context, log);
        GradeCheck.Run(draft, country, log);
        QueueCheck.Run(draft, log);
        SkillCheck.Run(draft, log);
        FlowCheck.Run(draft, log);
        FlowLoopCheck.Run(draft, log);
        ValueCheck.Run(draft, log);
        TableCheck.Run(draft, context, log);
        PromptCheck.Run(draft, context, log);
        MusicCheck.Run(draft, context, log);
        SpeechCheck.Run(draft, log);
        OutboundCheck.Run(draft, log);
        RuleTermsCheck.Run(draft, log);
        ShownNumberCheck.Run(draft, log);
        EmergencyCheck.Run(draft, country, log);
        SpeedDialCheck.Run(draft, country, log);
        ParkingCheck.Run(draft, log);
        LampCheck.Run(draft, board, log);
        AlertCheck.Run(draft, board, log);
        VoicemailCheck.Run(draft, log);
        SurveyCheck.Run(draft, log);
        TrunkCheck.Run(draft, log);
        TrunkNumberCheck.Run(draft, country, log);
        SipCheck.Run(draft, context, log);

        // What an error cuts off is not forgotten.
        if (!log.HasErrors)
        {
            DeadEndCheck.Run(draft, log);
            UnusedCheck.Run(draft, log);
            QueueUseCheck.Run(draft, log);
            LanguageCheck.Run(draft, log);
        }
    }

    /// <summary>Notes a name that nothing in the file has.</summary>
    /// <param name="name">The name and its place.</param>
    /// <param name="kind">What it should name: "group".</param>
    /// <param name="section">The key of the file where such things stand.</param>
    /// <param name="known">The names that there are.</param>
    /// <param name="log">Takes the mistake.</param>
    public static void NoteUnknown(Located<string> name, string kind, string section, IEnumerable<INamedDraft> known, MistakeLog log)
    {
        var names = known.Select(one => one.Name.Value).ToList();
        var nearest = log.IsFull ? null : NearestWord.Of(name.Value, names.Where(other => !DifferInDigits(name.Value, other)));
        log.Error(
            name.At,
            $"There is no {kind} \"{name.Value}\".",
            nearest is not null ? $"Write \"{nearest}\" instead."
            : names.Count == 0 ? $"Add it under \"{section}:\"."
            : $"Add it under \"{section}:\", or write one of: {string.Join(", ", names.Take(10))}.");
    }

    /// <summary>True when one of the things has the name, or was given it in a form that is noted as wrong already.</summary>
    public static bool Has(this IEnumerable<INamedDraft> known, string name) =>
        known.Any(one => one.Name.Value == name) || known.Any(one => Section.Suggest(one.Name.Value) == name);

    /// <summary>The emergency numbers of the site's country where it is known.</summary>
    public static IReadOnlyList<string> EmergencyNumbers(Country? country) => country?.EmergencyNumbers ?? [];

    // Who writes 103 or main-3 does not mean 101 or main-1.
    private static bool DifferInDigits(string left, string right) =>
        left.Where(mark => !char.IsAsciiDigit(mark)).SequenceEqual(right.Where(mark => !char.IsAsciiDigit(mark)));
}
