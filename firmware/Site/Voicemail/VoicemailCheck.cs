using Switchhook.Hardware.Yaml;
using Switchhook.Site.Checks;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Voicemail;

/// <summary>Checks whose the mailboxes are, and how they greet.</summary>
internal static class VoicemailCheck
{
    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, MistakeLog log)
    {
        foreach (var box in draft.Voicemail)
        {
            CheckOwners(box, draft, log);
            CheckWork(box, draft, log);
            CheckMail(box, draft, log);
            if (box.Greeting is { } greeting && !draft.Prompts.Has(greeting.Value))
            {
                SiteChecks.NoteUnknown(greeting, "prompt", "prompts", draft.Prompts, log);
            }
        }
    }

    private static void CheckOwners(VoicemailDraft box, SiteDraft draft, MistakeLog log)
    {
        if (!box.HasOwner)
        {
            log.Error(
                box.Name.At,
                $"Mailbox {box.Name.Value} does not say whose it is.",
                "Add one of: phones, agent, group, queue: \"phones: [101]\".");
        }

        if (box.Phones.Count > 0)
        {
            GroupCheck.CheckMembers(
                $"Mailbox {box.Name.Value}", box.Name.At, box.Phones, "phone", "phones", draft.Phones, log);
        }

        Check(box.Agent, "agent", "agents", draft.Agents, log);
        Check(box.Group, "group", "groups", draft.Groups, log);
        Check(box.Queue, "queue", "queues", draft.Queues, log);
    }

    private static void CheckWork(VoicemailDraft box, SiteDraft draft, MistakeLog log)
    {
        if (box is { Work: { Value: true } work, Queue: null })
        {
            log.Error(
                work.At,
                $"Messages of mailbox {box.Name.Value} should become work, and it belongs to no queue.",
                draft.Queues.Count == 0 ? "Remove \"work\"." : $"Add \"queue: {draft.Queues[0].Name.Value}\", or remove \"work\".");
        }
    }

    private static void CheckMail(VoicemailDraft box, SiteDraft draft, MistakeLog log)
    {
        Check(box.Mail, "alert", "alerts", draft.Alerts, log);
        if (box.Mail is { } mail
            && draft.Alerts.FirstOrDefault(alert => alert.Name.Value == mail.Value) is { Way: not (null or AlertWayDraft.Mail) })
        {
            log.Error(
                mail.At,
                $"Mailbox {box.Name.Value} sends its messages by alert {mail.Value}, which sends no mail.",
                "Name an alert with \"mail\", \"server\" and \"from\".");
        }
    }

    private static void Check(Located<string>? name, string kind, string section, IReadOnlyList<INamedDraft> known, MistakeLog log)
    {
        if (name is { } given && !known.Has(given.Value))
        {
            SiteChecks.NoteUnknown(given, kind, section, known, log);
        }
    }
}
