using Switchhook.Flows.Announcing;
using Switchhook.Site;
using Switchhook.Site.Opening;
using Switchhook.Site.Queues;
using Switchhook.Site.Voicemail;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Announcing;

/// <summary>A site that says everything that a site can say.</summary>
internal static class TalkingSite
{
    /// <summary>The site.</summary>
    /// <param name="language">In which it speaks.</param>
    /// <param name="queues">Names of its queues.</param>
    public static SiteModel Of(string language, params string[] queues)
    {
        var site = Sites.Clinic() with { Language = language };
        return site with
        {
            Agents = site.Agents.Add("ana", new AgentConfig("ana", "Ana", "11") { Outside = new OutsideNumber("+13125550177", "outside") }),
            Hours = site.Hours.Add("office", new HoursConfig("office", [.. Enum.GetValues<DayOfWeek>().Select(Hours)])),
            Voicemail = site.Voicemail.Add("desk", new VoicemailConfig("desk", "Front desk") { Phones = ["101"] }),
            Queues = site.Queues.AddRange(queues.Select(name => KeyValuePair.Create(name, Queue(name)))),
        };
    }

    /// <summary>All phrases.</summary>
    public static IReadOnlyCollection<Phrase> Phrases(params string[] queues) => Phrase.NeededBy(Of("en", queues));

    // Open at another time each day, and once long enough for any time that a caller may choose.
    private static HoursRange Hours(DayOfWeek day) => new(day, TimeSpan.FromMinutes(61 * (int)day), TimeSpan.FromHours(24));

    private static QueueConfig Queue(string name) => new(name, [new QueueAgent("ana", TimeSpan.Zero)])
    {
        Whispers = true,
        Music = QueueMusic.Default with { SaysPosition = true, SaysWait = true },
        Keys = [.. "0123456789*#".Select(key => new QueueKey(key, null))],
        Hours = "office",
        Callback = new CallbackConfig(TimeSpan.FromMinutes(1), "outside", TimeSpan.FromHours(2)) { TakesTimes = true },
    };
}
