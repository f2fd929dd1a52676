using Switchhook.Site;
using Switchhook.Site.Voicemail;

namespace Switchhook.Flows.Voicemail;

/// <summary>Whose mailboxes are heard at which phone. Pure.</summary>
public static class VoicemailOwners
{
    /// <summary>The mailboxes of a phone, those that name it first.</summary>
    /// <param name="site">The site.</param>
    /// <param name="phone">Number of the phone.</param>
    /// <param name="agent">Who is logged in there; null for nobody.</param>
    public static IReadOnlyList<VoicemailConfig> BoxesOf(SiteModel site, string phone, string? agent) =>
    [
        .. site.Voicemail.Values.Where(box => box.Phones.Contains(phone)),
        .. site.Voicemail.Values.Where(box => !box.Phones.Contains(phone) && (IsAtUsualPhone(site, box, phone) || IsOf(site, box, agent))),
    ];

    /// <summary>The phones that show by lamp or tone what waits in a mailbox: wherever somebody sits, the same ones.</summary>
    public static IReadOnlyList<string> LampsOf(SiteModel site, VoicemailConfig box) =>
        [.. site.Phones.Keys.Where(phone => box.Phones.Contains(phone) || IsAtUsualPhone(site, box, phone))];

    // Where an agent usually sits, nobody else who has logged in there hears it less: the phone is the agent's.
    private static bool IsAtUsualPhone(SiteModel site, VoicemailConfig box, string phone) =>
        (box.Agent is { } agent && site.Agents[agent].Phone == phone)
        || (box.Group is { } group && site.Groups[group].Phones.Contains(phone));

    private static bool IsOf(SiteModel site, VoicemailConfig box, string? agent) => agent is not null
        && (box.Agent == agent || (box.Queue is { } queue && site.Queues[queue].Agents.Any(one => one.Agent == agent)));
}
