using Switchhook.Hardware.Yaml;
using Switchhook.Site;
using Switchhook.Site.Flows;
using Switchhook.Site.Queues;

namespace Switchhook.Tests.Site;

public sealed class QueueTests
{
    private static SiteModel Site => QueueTexts.Site;

    [Fact]
    public void All_keys_of_a_queue_are_read()
    {
        Assert.Empty(SiteTexts.Read(QueueTexts.Whole).Mistakes);
        QueueAgent[] agents =
            [new("bo", TimeSpan.Zero), new("ana", TimeSpan.Zero), new("chen", TimeSpan.FromSeconds(30))];
        var expected = new QueueConfig("appointments", [.. agents])
        {
            Hours = "office",
            Strategy = QueueStrategy.FewestCalls,
            Skills = ["billing"],
            Widen = TimeSpan.FromSeconds(40),
            Weight = 3,
            ServiceLevel = new ServiceLevel(90, TimeSpan.FromSeconds(15)),
            ShortAbandon = TimeSpan.Zero,
            RingTime = TimeSpan.FromSeconds(25),
            WrapUp = TimeSpan.FromMinutes(2),
            Whispers = true,
            Missed = 0,
            LastAgent = TimeSpan.FromSeconds(35),
            MostWaiting = 21,
            Music = new QueueMusic("calm", ["site-hours", "welcome"], TimeSpan.FromSeconds(50))
            {
                SaysPosition = true,
                SaysWait = true,
            },
            Keys = [new QueueKey('*', "sorry"), new QueueKey('0', "reception"), new QueueKey('1', null)],
            Callback = new CallbackConfig(TimeSpan.FromSeconds(70), "outside", TimeSpan.FromHours(3)) { TakesTimes = true },
            Overflow =
            [
                new OverflowRule.NoAgents("sorry"),
                new OverflowRule.Waiting(12, null),
                new OverflowRule.Forecast(TimeSpan.FromMinutes(15), "sorry"),
                new OverflowRule.Closed("sorry"),
                new OverflowRule.After(TimeSpan.FromMinutes(6), "reception"),
            ],
            Dispositions = [new Disposition("01", "appointment made"), new Disposition("02", "cancelled")],
            Alarms = new QueueAlarms(TimeSpan.FromMinutes(3), 5, 70, 2),
        };
        Assert.Equal(expected, Site.Queues["appointments"]);
        Assert.Equal(["sorry", "sorry", "sorry", "reception", "sorry", "reception"], expected.Flows);
    }

    [Fact]
    public void What_a_queue_leaves_out_gets_its_default()
    {
        var queue = Site.Queues["plain"];
        Assert.Equal(new QueueConfig("plain", [new QueueAgent("ana", TimeSpan.Zero)]), queue);
        Assert.Equal((QueueStrategy.LongestIdle, 1, 1), (queue.Strategy, queue.Weight, queue.Missed));
        Assert.Equal(new ServiceLevel(80, TimeSpan.FromSeconds(20)), queue.ServiceLevel);
        Assert.Equal(
            (TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(10)),
            (queue.ShortAbandon, queue.RingTime, queue.WrapUp));
        Assert.Equal((null, null, null), (queue.Widen, queue.LastAgent, queue.MostWaiting));
        Assert.Equal(new QueueMusic(null, [], TimeSpan.FromSeconds(45)), queue.Music);
        Assert.Equal((null, new QueueAlarms(null, null, null, null)), (queue.Callback, queue.Alarms));
        Assert.Equal((0, 0, 0, 0), (queue.Skills.Count, queue.Keys.Count, queue.Overflow.Count, queue.Dispositions.Count));
    }

    [Fact]
    public void What_the_parts_of_a_queue_leave_out_gets_its_default()
    {
        var queue = QueueTexts.With("callback: {after: 70 s, over: outside, keep: 3 h, times: yes}", "callback: {over: outside}").Model!;
        Assert.Equal(
            new CallbackConfig(TimeSpan.FromSeconds(60), "outside", TimeSpan.FromHours(2)), queue.Queues["appointments"].Callback);
        var music = QueueTexts.With(", every: 50 s, say: [wait, position]", ", say: [wait]").Model!.Queues["appointments"].Music;
        Assert.Equal((TimeSpan.FromSeconds(45), false, true), (music.Every, music.SaysPosition, music.SaysWait));
    }

    [Theory]
    [InlineData("longest-idle", QueueStrategy.LongestIdle)]
    [InlineData("ring-all", QueueStrategy.RingAll)]
    [InlineData("round-robin", QueueStrategy.RoundRobin)]
    [InlineData("least-talk", QueueStrategy.LeastTalk)]
    [InlineData("random", QueueStrategy.Random)]
    [InlineData("in-order", QueueStrategy.InOrder)]
    public void Each_strategy_has_its_word(string word, QueueStrategy strategy) => Assert.Equal(
        strategy, QueueTexts.With("fewest-calls", word).Model!.Queues["appointments"].Strategy);

    [Fact]
    public void All_keys_of_an_agent_are_read()
    {
        Assert.Equal(
            new AgentConfig("ana", "Ana Lee", "11")
            {
                Phone = "101",
                Skills = [new AgentSkill("billing", 3), new AgentSkill("chinese", 1)],
            },
            Site.Agents["ana"]);
        Assert.Equal(new AgentConfig("bo", "Bo", "012") { IsSupervisor = true }, Site.Agents["bo"]);
        Assert.Equal(
            new AgentConfig("chen", "Chen", "13") { Outside = new OutsideNumber("+13125550177", "outside") }, Site.Agents["chen"]);
    }

    [Fact]
    public void Pause_reasons_and_grades_are_read()
    {
        Assert.Equal(["1 lunch", "2 training"], Site.PauseReasons.Select(reason => $"{reason.Key} {reason.Value}"));
        Assert.Equal(new GradeConfig("gold", TimeSpan.FromMinutes(5), ["+13125550142", "+13125550143"]), Assert.Single(Site.Grades).Value);
    }

    [Fact]
    public void A_step_names_a_queue_alone_or_with_more()
    {
        Assert.Equal(
            [
                new FlowStep.Enqueue("appointments", TimeSpan.Zero, [], null, TimeSpan.Zero),
                new FlowStep.Enqueue("plain", TimeSpan.FromMinutes(2), ["chinese", "billing"], "ana", TimeSpan.FromSeconds(45)),
            ],
            Site.Flows["day"].Steps.ToArray());
        Assert.Equal(
            new FlowStep.Enqueue("plain", TimeSpan.Zero, [], "ana", TimeSpan.FromSeconds(30)), Assert.Single(Site.Flows["last"].Steps));
    }

    [Fact]
    public void A_lamp_may_show_a_queue() => Assert.Equal(new LampConfig("desk-lamp", "appointments"), Site.Lamps["desk-lamp"]);

    [Theory]
    [InlineData("weight: 3", "weight: 10")]
    [InlineData("missed: 0", "missed: 10")]
    [InlineData("wrap-up: 2 min", "wrap-up: 0 s")]
    [InlineData("wrap-up: 2 min", "wrap-up: 30 min")]
    [InlineData("most-waiting: 21", "most-waiting: 200")]
    [InlineData("90% in 15 s", "100 % in 1 h")]
    [InlineData("90% in 15 s", "1 % in 1 s")]
    [InlineData("service-level: 70 %", "service-level: 100%")]
    [InlineData("after: 70 s", "after: 0 s")]
    [InlineData("code: 13", "code: 1300")]
    [InlineData("{chinese: 1, billing: 3}", "{chinese: 5, billing: 1}")]
    [InlineData("head-start: 5 min", "head-start: 2 h")]
    [InlineData("{02: cancelled, 01: appointment made}", "{9: cancelled, 0: appointment made}")]
    [InlineData("\"*\": {go: sorry}", "\"#\": {go: sorry}")]
    public void The_ends_of_the_ranges_are_allowed(string old, string current) => Assert.Empty(QueueTexts.With(old, current).Mistakes);

    [Theory]
    [InlineData("agents: [ana]", "agents: [{0}]", 500)]
    [InlineData("skills: [billing]", "skills: [{0}]", 50)]
    [InlineData("skills: [chinese, billing]", "skills: [{0}]", 50)]
    [InlineData("messages: [site-hours, welcome]", "messages: [{0}]", 20)]
    [InlineData("numbers: [\"+1 312 555 0142\", \"+13125550143\"]", "numbers: [{0}]", 1000)]
    public void No_list_is_longer_than_it_may_be(string old, string pattern, int most)
    {
        var longest = pattern.Replace("{0}", string.Join(", ", Enumerable.Range(0, most).Select(n => $"a{n}")), StringComparison.Ordinal);
        var tooLong = longest.Replace("[a0,", "[a0, more,", StringComparison.Ordinal);
        Assert.DoesNotContain(QueueTexts.With(old, longest).Mistakes, TellsTooMany);
        Assert.Contains(QueueTexts.With(old, tooLong).Mistakes, TellsTooMany);

        bool TellsTooMany(Mistake mistake) => mistake.What.Contains($"has more than {most}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(21)]
    public void There_are_not_too_many_overflow_rules(int count)
    {
        var rules = string.Concat(Enumerable.Range(0, count).Select(n => $"      - {{waiting: {100 - n}}}\n"));
        var all = "      - {no-agents: yes, to: sorry}\n      - {waiting: 12}\n      - {forecast: 15 min, to: sorry}\n"
            + "      - {closed: yes, to: sorry}\n      - {after: 6 min, to: reception}\n";
        Assert.Equal(count > 20, QueueTexts.With(all, rules).Errors.Any(mistake => mistake.What == "\"overflow\" has more than 20 rules."));
    }

    [Theory]
    [InlineData("last: [queue: {name: plain, agent: ana}]", "last: [queue: appointments, go: sorry]", true)]
    [InlineData("- {after: 6 min, to: reception}", "- {after: 6 min, to: day}", false)]
    public void Who_has_waited_may_come_back_to_the_queue_and_who_has_not_would_go_in_a_circle(string old, string current, bool isCircle)
    {
        var mistakes = QueueTexts.With(old, current).Mistakes;
        Assert.Equal(isCircle, mistakes.Any(mistake => mistake.What.Contains("in a circle", StringComparison.Ordinal)));
        Assert.Equal(isCircle ? 1 : 0, mistakes.Count);
    }

    [Fact]
    public void A_queue_that_lets_callers_on_only_after_a_time_makes_no_circle()
    {
        var text = QueueTexts.Whole
            .Replace("plain: {agents: [ana]}", "plain: {agents: [ana], overflow: [{after: 5 min}]}", StringComparison.Ordinal)
            .Replace("last: [queue: {name: plain, agent: ana}]", "last: [queue: plain, play: closed, go: last]", StringComparison.Ordinal);
        Assert.Empty(SiteTexts.Read(text).Mistakes);
    }

    [Fact]
    public void A_flow_with_nothing_but_a_queue_does_not_turn_callers_away() => Assert.Empty(
        QueueTexts.With("reception: [ring: desk, go: sorry]", "reception: [ring: desk, go: last]").Mistakes);

    [Fact]
    public void The_summary_counts_queues_and_agents() => Assert.StartsWith(
        "Clinic (US): 1 line, 1 phone, 1 hunt group, 2 queues, 3 agents, 4 flows", SiteSummary.Of(Site), StringComparison.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_damaged_file_gives_mistakes_or_a_site_and_never_breaks_the_reader(int seed)
    {
        const string Marks = "{}[]:,-#\"' \nax019%*~";
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var text = QueueTexts.Whole.ToCharArray();
            for (var slips = random.Next(1, 4); slips > 0; slips--)
            {
                text[random.Next(text.Length)] = Marks[random.Next(Marks.Length)];
            }

            var result = SiteTexts.Read(new string(text));
            Assert.Equal(result.Model is null, result.Errors.Any());
        }
    }
}
