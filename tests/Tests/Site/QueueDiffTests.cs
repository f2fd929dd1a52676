using Switchhook.Site;
using Switchhook.Site.Diff;

namespace Switchhook.Tests.Site;

public sealed class QueueDiffTests
{
    private static SiteModel Site => QueueTexts.Site;

    [Fact]
    public void Queues_are_equal_by_value()
    {
        Assert.Empty(SiteDiff.Between(Site, QueueTexts.Site));
        Assert.Equal(Site.Queues["appointments"], QueueTexts.Site.Queues["appointments"]);
        Assert.Equal(Site.Queues["appointments"].GetHashCode(), QueueTexts.Site.Queues["appointments"].GetHashCode());
        Assert.Equal(Site.Agents["ana"], QueueTexts.Site.Agents["ana"]);
        Assert.Equal(Site.Flows["day"].Steps[1].GetHashCode(), QueueTexts.Site.Flows["day"].Steps[1].GetHashCode());
    }

    [Theory]
    [InlineData("name: Ana Lee", "name: Ana Li", "Agent ana: name Ana Lee → Ana Li.")]
    [InlineData("code: 11, phone: 101", "code: 11", "Agent ana: phone 101 → none.")]
    [InlineData("555 0177", "555 0178", "Agent chen: outside +13125550177 over outside → +13125550178 over outside.")]
    [InlineData("chinese: 1,", "chinese: 2,", "Agent ana: skills billing 3; chinese 1 → billing 3; chinese 2.")]
    [InlineData("1: lunch", "1: break", "Pause reason 1: words lunch → break.")]
    [InlineData("head-start: 5 min", "head-start: 90 s", "Grade gold: head start 5 min → 90 s.")]
    [InlineData("{after: 30 s}", "{after: 1 min}", "Queue appointments: agents bo; ana; chen after 30 s → bo; ana; chen after 1 min.")]
    [InlineData(", 13:00-17:30", "", "Hours office: mon 08:00-12:00 13:00-17:30 → 08:00-12:00, tue 08:00-12:00 13:00-17:30 → 08:00-12:00, "
        + "wed 08:00-12:00 13:00-17:30 → 08:00-12:00, thu 08:00-12:00 13:00-17:30 → 08:00-12:00.")]
    [InlineData(", sat: 9:00-24:00", "", "Hours office: sat 09:00-24:00 → none.")]
    [InlineData("strategy: fewest-calls", "strategy: random", "Queue appointments: strategy fewest-calls → random.")]
    [InlineData("    widen: 40 s\n", "", "Queue appointments: widen 40 s → off.")]
    [InlineData("90% in 15 s", "80 % in 1 min", "Queue appointments: service level 90 % in 15 s → 80 % in 1 min.")]
    [InlineData("most-waiting: 21", "most-waiting: 20", "Queue appointments: most waiting 21 → 20.")]
    [InlineData("[wait, position]", "[position]", "Queue appointments: say position wait → position.")]
    [InlineData("[site-hours, welcome]", "[welcome, site-hours]", "Queue appointments: messages site-hours welcome → welcome site-hours.")]
    [InlineData("0: {go: reception}", "0: callback", "Queue appointments: keys * go sorry; 0 go reception; 1 callback → "
        + "* go sorry; 0 callback; 1 callback.")]
    [InlineData("keep: 3 h", "keep: 4 h", "Queue appointments: callback after 70 s over outside, kept for 3 h, at chosen times too → "
        + "after 70 s over outside, kept for 4 h, at chosen times too.")]
    [InlineData("{waiting: 12}", "{waiting: 12, to: sorry}",
        "Queue appointments: overflow no agents to sorry; waiting 12 to the next step; "
        + "forecast 15 min to sorry; closed to sorry; after 6 min to reception → no agents to sorry; waiting 12 to sorry; "
        + "forecast 15 min to sorry; closed to sorry; after 6 min to reception.")]
    [InlineData("{waiting: 12}", "{waiting: 12, message: yes}",
        "Queue appointments: overflow no agents to sorry; waiting 12 to the next step; "
        + "forecast 15 min to sorry; closed to sorry; after 6 min to reception → no agents to sorry; waiting 12 to a message; "
        + "forecast 15 min to sorry; closed to sorry; after 6 min to reception.")]
    [InlineData("02: cancelled, ", "", "Queue appointments: dispositions 01 appointment made; 02 cancelled → 01 appointment made.")]
    [InlineData("service-level: 70 %", "service-level: 60 %", "Queue appointments: alarm service level 70 % → 60 %.")]
    [InlineData("head-start: 2 min, skills: [chinese, billing], agent: ana, for: 45 s", "skills: [chinese]",
        "Flow day: steps queue appointments; queue plain (head start 2 min, skills chinese billing, agent ana for 45 s) → "
        + "queue appointments; queue plain (skills chinese).")]
    [InlineData("shows: appointments", "shows: plain", "Lamp desk-lamp: shows appointments → plain.")]
    public void A_changed_value_is_told_in_words(string old, string current, string sentence) =>
        Assert.Equal([sentence], SiteDiff.Between(Site, QueueTexts.With(old, current).Model!));

    [Fact]
    public void A_new_queue_is_told_whole()
    {
        var before = Site with { Queues = Site.Queues.Remove("plain"), PauseReasons = Site.PauseReasons.Remove("2") };
        Assert.Equal(
            [
                "Pause reason 2 is new: words training.",
                "Queue plain is new: agents ana, hours none, strategy longest-idle, skills none, widen off, weight 1, "
                    + "service level 80 % in 20 s, short abandon 5 s, "
                    + "ring 20 s, wrap-up 10 s, whisper no, missed 1, last agent off, most waiting none, "
                    + "music of the box, messages none, every 45 s, say none, keys none, callback none, message none, survey none, "
                    + "overflow none, "
                    + "dispositions none, alarm longest wait off, alarm waiting none, alarm service level none, alarm agents none.",
            ],
            SiteDiff.Between(before, Site));
    }
}
