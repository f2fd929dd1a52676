using Switchhook.Hardware.Boards;
using Switchhook.Site;
using Switchhook.Site.Flows;
using Switchhook.Site.Queues;
using Switchhook.Site.Switching;
using Switchhook.Tests.Repository;

namespace Switchhook.Tests.Site.Switching;

/// <summary>From a hunt group to a queue, and back.</summary>
public sealed class QueueFromGroupTests
{
    private const string Demo = "sites/demo/site.yaml";

    private static readonly SiteContext OnDisk = new(BoardCatalog.Delivered.ReadAll(), _ => false);

    [Fact]
    public void The_demo_site_gets_a_queue_with_the_same_name_and_the_same_phones()
    {
        var before = RepositoryFiles.Get(Demo).Text;
        var result = QueueFromGroup.ToQueue(before, Demo, OnDisk, "reception");

        Assert.Empty(result.Mistakes);
        var site = Read(result.Text!);
        Assert.Empty(site.Groups);
        var queue = site.Queues["reception"];
        Assert.Equal(["101", "102", "103"], queue.Agents.Select(agent => site.Agents[agent.Agent].Phone));

        // Who works at a phone already works there for this queue too; the others get the name and number of the phone.
        Assert.Equal(["ana", "bo", "back-office"], queue.Agents.Select(agent => agent.Agent));
        Assert.Equal("103", site.Agents["back-office"].Code);
        Assert.Equal((QueueStrategy.InOrder, TimeSpan.FromSeconds(15), 0), (queue.Strategy, queue.RingTime, queue.Missed));
        Assert.Equal([new OverflowRule.NoAgents(null), new OverflowRule.After(TimeSpan.FromMinutes(5), null)], queue.Overflow);
        Assert.Equal(queue, QueueFromGroup.Of(Read(before), "reception").Queue);
        Assert.Contains(new FlowStep.Enqueue("reception", TimeSpan.Zero, [], null, TimeSpan.Zero), site.Flows["welcome-callers"].Steps);

        // Nothing of the writer's is lost: each line is there, or there as a comment, but for the step that changed.
        var lines = result.Text!.Split('\n')
            .Select(line => line.StartsWith("#~ ", StringComparison.Ordinal) ? line[3..] : line).ToHashSet();
        Assert.Equal(
            ["    - ring: reception            # only if nobody works in the queue", "    - ring: reception"],
            before.Split('\n').Where(line => !lines.Contains(line)));
    }

    [Fact]
    public void The_way_back_restores_the_demo_site_to_the_letter()
    {
        var before = RepositoryFiles.Get(Demo).Text;
        var queued = QueueFromGroup.ToQueue(before, Demo, OnDisk, "reception").Text!;
        Assert.Equal(before, QueueFromGroup.ToGroup(queued, Demo, OnDisk, "reception").Text);

        var windows = before.ReplaceLineEndings("\r\n");
        var there = QueueFromGroup.ToQueue(windows, Demo, OnDisk, "reception").Text!;
        Assert.DoesNotContain('\n', there.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.Equal(windows, QueueFromGroup.ToGroup(there, Demo, OnDisk, "reception").Text);
    }

    [Fact]
    public void Several_groups_go_there_and_back_in_any_order()
    {
        var start = SiteTexts.Clinic
            .Replace("flows:\n", "  lab:\n    phones: [101]     # until Friday\n\nflows:\n", StringComparison.Ordinal)
            .Replace("[play: closed, hang-up]", "[ring: lab, ring: desk, play: closed, hang-up]", StringComparison.Ordinal);
        foreach (var there in (string[][])[["desk", "lab"], ["lab", "desk"]])
        {
            var queued = there.Aggregate(start, (text, group) => Text(QueueFromGroup.ToQueue(text, "site.yaml", SiteTexts.Context, group)));
            var site = SiteTexts.Read(queued).Model!;
            Assert.Empty(site.Groups);
            Assert.Equal(["desk", "lab"], site.Queues.Keys);
            Assert.Equal(2, site.Agents.Count);
            Assert.Contains("night: [queue: lab, queue: desk, play: closed, hang-up]", queued);
            foreach (var back in (string[][])[["desk", "lab"], ["lab", "desk"]])
            {
                var text = back.Aggregate(queued, (one, queue) => Text(QueueFromGroup.ToGroup(one, "site.yaml", SiteTexts.Context, queue)));
                Assert.Equal(start, text);
            }
        }
    }

    [Fact]
    public void A_queue_that_never_was_a_group_becomes_one_of_the_phones_of_its_agents()
    {
        var queued = Text(QueueFromGroup.ToQueue(SiteTexts.Clinic, "site.yaml", SiteTexts.Context, "desk"));
        var forgotten = string.Join('\n', queued.Split('\n').Where(line => !line.StartsWith("#~", StringComparison.Ordinal)));
        var site = SiteTexts.Read(Text(QueueFromGroup.ToGroup(forgotten, "site.yaml", SiteTexts.Context, "desk"))).Model!;

        Assert.Empty(site.Queues);
        Assert.Empty(site.Agents);
        Assert.Equal(["102", "101"], site.Groups["desk"].Phones.AsEnumerable());
        Assert.Equal((HuntStrategy.LongestIdle, TimeSpan.FromSeconds(15)), (site.Groups["desk"].Strategy, site.Groups["desk"].RingTime));
    }

    [Fact]
    public void An_agent_whom_the_writer_has_changed_stays()
    {
        var queued = Text(QueueFromGroup.ToQueue(SiteTexts.Clinic, "site.yaml", SiteTexts.Context, "desk"));
        var changed = queued.Replace("phone: 102}", "phone: 102, supervisor: yes}", StringComparison.Ordinal);
        var result = QueueFromGroup.ToGroup(changed, "site.yaml", SiteTexts.Context, "desk");

        Assert.Contains("Nothing uses the agent nurse.", Assert.Single(result.Mistakes).What);
        Assert.Equal(["nurse"], SiteTexts.Read(result.Text!).Model!.Agents.Keys);
    }

    [Fact]
    public void An_agent_who_answers_at_a_phone_of_the_group_works_in_its_queue_too()
    {
        var result = QueueFromGroup.ToQueue(QueueTexts.Whole, "site.yaml", SiteTexts.Context, "desk");
        Assert.Contains("The entries of \"groups\" share a line.", Assert.Single(result.Mistakes).What);

        var apart = QueueTexts.Whole.Replace("groups: {desk: ", "groups:\n  desk: ", StringComparison.Ordinal)
            .Replace("{phones: [101]}}", "{phones: [101]}", StringComparison.Ordinal);
        var text = Text(QueueFromGroup.ToQueue(apart, "site.yaml", SiteTexts.Context, "desk"));
        var site = SiteTexts.Read(text).Model!;
        Assert.Equal(["ana"], site.Queues["desk"].Agents.Select(agent => agent.Agent));
        Assert.Equal(QueueTexts.Site.Agents.Keys, site.Agents.Keys);
        Assert.Equal(apart, Text(QueueFromGroup.ToGroup(text, "site.yaml", SiteTexts.Context, "desk")));
    }

    [Fact]
    public void Codes_never_begin_alike_and_names_are_taken_once()
    {
        const string Agents = "agents:\n  front-desk: {name: Ana, code: 20}\n  bo: {name: Bo, code: 10}\n";
        const string Queues = "queues:\n  old: {agents: [bo, front-desk]}\n";
        var clash = SiteTexts.Clinic.Replace("flows:\n", $"{Agents}{Queues}flows:\n", StringComparison.Ordinal);
        var site = SiteTexts.Read(Text(QueueFromGroup.ToQueue(clash, "site.yaml", SiteTexts.Context, "desk"))).Model!;

        Assert.Equal(["nurse", "phone-101"], site.Queues["desk"].Agents.Select(agent => agent.Agent));
        Assert.Equal(["1100", "1101"], site.Queues["desk"].Agents.Select(agent => site.Agents[agent.Agent].Code));
    }

    [Theory]
    [InlineData("ring: desk", "ring: desk", "office", "There is no group \"office\".")]
    [InlineData("- ring: desk", "- \"ring\": desk", "desk", "The step is not written plainly.")]
    [InlineData("record: outside", "record: inside", "desk", "\"inside\"")]
    public void What_cannot_be_switched_is_told_with_its_place(string old, string current, string group, string what)
    {
        var text = SiteTexts.Clinic.Replace(old, current, StringComparison.Ordinal);
        var result = QueueFromGroup.ToQueue(text, "site.yaml", SiteTexts.Context, group);
        Assert.Null(result.Text);
        Assert.Contains(what, Assert.Single(result.Mistakes).What);
    }

    [Fact]
    public void A_step_that_asks_more_of_a_queue_cannot_lead_to_a_group()
    {
        var text = Text(QueueFromGroup.ToQueue(SiteTexts.Clinic, "site.yaml", SiteTexts.Context, "desk"))
            .Replace("queue: desk", "queue: {name: desk, head-start: 1 min}", StringComparison.Ordinal);
        var result = QueueFromGroup.ToGroup(text, "site.yaml", SiteTexts.Context, "desk");
        Assert.Null(result.Text);
        Assert.Equal("Write only \"queue: desk\" first.", Assert.Single(result.Mistakes).Cure);
        Assert.Contains(
            "There is no queue \"office\"",
            Assert.Single(QueueFromGroup.ToGroup(SiteTexts.Clinic, "site.yaml", SiteTexts.Context, "office").Mistakes).What);
    }

    private static SiteModel Read(string text) => SiteReader.Read(text, Demo, OnDisk).Model!;

    private static string Text(SwitchResult result)
    {
        Assert.True(result.Text is not null, string.Join('\n', result.Mistakes));
        return result.Text;
    }
}
