using System.Collections.Immutable;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Live;
using Switchhook.Flows.Queues.Shadow;
using Switchhook.Site;
using Switchhook.Site.Flows;
using Switchhook.Testing;
using Switchhook.Tests.Flows.Day;

namespace Switchhook.Tests.Flows.Queues;

/// <summary>What the queue would have made of the callers of a hunt group.</summary>
public sealed class ShadowTests
{
    private static readonly SiteModel Clinic = Sites.Clinic();

    [Fact]
    public void Who_rang_where_nobody_was_is_answered_by_who_is_there()
    {
        var report = Run(new ShadowScript()
            .Answered(0, "101", ring: 5, talk: 120)
            .GaveUp(10, "102", wait: 60)
            .GaveUp(200, "102", wait: 30))!;

        Assert.Equal((3, 2), (report.Was.Callers, report.Was.Lost));
        Assert.Equal((3, 1), (report.Would.Callers, report.Would.Lost));
        Assert.Equal(TimeSpan.FromSeconds(5), report.Would.MeanWait);
        Assert.Equal((TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60)), (report.Was.LongestWait, report.Would.LongestWait));
        Assert.Equal(
            "On 1 day 2 of 3 callers gave up or found nobody; the queue would have lost 1. "
                + "33 % were answered within 20 s; in the queue it would have been 67 %.",
            report.Words);
        Assert.Contains(report.Limits, limit => limit.StartsWith("Fewer than 10 gave up", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_is_in_a_call_of_their_own_answers_after_it()
    {
        var report = Run(new ShadowScript()
            .OwnCall(0, "101", talk: 300)
            .AllBusy(60, wait: 100)
            .AllBusy(250, wait: 60))!;

        Assert.Equal((2, 2), (report.Was.Callers, report.Was.Lost));
        Assert.Equal(1, report.Would.Lost);
        Assert.Equal(TimeSpan.FromSeconds(50), report.Would.MeanWait);
    }

    [Fact]
    public void Whoever_heard_that_nobody_is_there_is_lost_however_the_call_ended()
    {
        var report = Run(new ShadowScript()
            .Nobody(0, "101", wait: 45, CauseCode.FlowEnded)
            .Nobody(100, "101", wait: 45, CauseCode.HungUp)
            .Answered(86400, "102", ring: 10, talk: 60))!;

        Assert.Equal((3, 2), (report.Was.Callers, report.Was.Lost));
        Assert.Equal(TimeSpan.FromSeconds(45), report.Was.LongestWait);
        Assert.Equal([(2, 2.0), (1, 0.0)], report.Days.Select(day => (day.Would.Callers, day.Would.Lost)));
        Assert.Equal(
            "On 2026-03-03 0 of 1 caller gave up or found nobody; the queue would have lost none. "
                + "100 % were answered within 20 s; in the queue it would have been 100 %.",
            report.Days[1].Words);
    }

    [Fact]
    public void A_wrong_number_is_no_caller_and_without_callers_there_is_no_report()
    {
        var report = Run(new ShadowScript().GaveUp(0, "101", wait: 4).Answered(60, "101", ring: 3, talk: 60))!;
        Assert.Equal((1, 0), (report.Was.Callers, report.Was.Lost));
        Assert.Null(Run(new ShadowScript().OwnCall(0, "101", talk: 60)));
        Assert.Equal("On 1 day nobody called for longer than a wrong number does.", Run(new ShadowScript().GaveUp(0, "101", 4))!.Words);
    }

    [Fact]
    public void Callers_of_lines_that_lead_elsewhere_are_not_the_groups()
    {
        var elsewhere = Clinic with
        {
            Flows = Clinic.Flows.SetItem("day", new FlowConfig("day", [new FlowStep.HangUp()])),
        };
        Assert.Null(ShadowRun.Of(new ShadowScript().Answered(0, "101", 5, 60).Journal, elsewhere, "office", 1, CancellationToken.None));
    }

    [Fact]
    public void Patience_that_many_showed_is_said_and_the_same_seed_says_the_same()
    {
        var script = new ShadowScript();
        for (var number = 0; number < 30; number++)
        {
            script.Answered(number * 300, "101", ring: 5, talk: 200).GaveUp((number * 300) + 30, "102", wait: 20 + number);
        }

        var report = Run(script)!;
        Assert.Equal((60, 30), (report.Was.Callers, report.Was.Lost));
        Assert.InRange(report.Would.Lost, 25, 30);
        Assert.Contains(report.Limits, limit => limit.Contains("patience is", StringComparison.Ordinal));
        Assert.Equal(report.Would, Run(script)!.Would);
    }

    [Fact]
    public void What_cannot_be_played_is_told()
    {
        var journal = new ShadowScript().Answered(0, "101", 5, 60).Journal;
        var unknown = Assert.Throws<ArgumentException>(() => ShadowRun.Of(journal, Clinic, "office-2", 1, CancellationToken.None));
        Assert.StartsWith("There is no group office-2: name one of the site's hunt groups.", unknown.Message, StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(() => ShadowRun.Of(journal, Clinic, "office", 1, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_phone_that_cannot_be_rung_has_nobody()
    {
        var report = Run(new ShadowScript()
            .Answered(0, "101", ring: 5, talk: 60)
            .Phone(100, "101", PhoneStatus.NotRegistered)
            .GaveUp(200, "102", wait: 30)
            .Phone(300, "101", PhoneStatus.Idle)
            .GaveUp(400, "102", wait: 30))!;

        Assert.Equal((2, 1.0), (report.Was.Lost, report.Would.Lost));
    }

    [Fact]
    public void A_whole_day_of_a_box_is_read_as_its_calls_were()
    {
        using var box = new TestBox(Sites.Clinic(HuntStrategy.RoundRobin), seed: 7);
        var random = new Random(7);
        var lines = Enumerable.Range(1, 4).Select(port => new DayLine(box, port, random)).ToList();
        var phones = Enumerable.Range(1, 4).Select(port => new DayPhone(box, port, random)).ToList();
        for (var second = 0; second < 4500; second++)
        {
            lines.ForEach(line => line.Second(second < 3600 ? 120 : 0));
            phones.ForEach(phone => phone.Second(second < 3600));
            box.Advance(1);
        }

        var report = ShadowRun.Of(box.Journal, Sites.Clinic(HuntStrategy.RoundRobin), "office", 1, CancellationToken.None)!;

        var inbound = box.Entries<CallStarted>().Where(call => call.Direction == CallDirection.Inbound)
            .Select(call => call.Call).ToHashSet();
        var hunted = box.Entries<StepTaken>().Where(step => step.Step == "ring").Select(step => step.Call)
            .Concat(box.Entries<LegStarted>().Where(leg => leg.Party.Kind == PartyKind.Phone).Select(leg => leg.Call))
            .Where(inbound.Contains).ToHashSet();
        var answered = box.Entries<CallConnected>().Select(call => call.Call).Where(hunted.Contains).Distinct().Count();
        Assert.True(answered > 10, "callers are answered");
        Assert.Equal(answered, report.Was.Callers - report.Was.Lost);
        Assert.InRange(report.Was.Callers, answered + 1, hunted.Count);
        Assert.Equal(report.Was.Callers, report.Would.Callers);
        Assert.InRange(report.Would.Lost, 0, report.Was.Lost);
        Assert.True(report.Would.MeanWait > TimeSpan.Zero);
    }

    private static ShadowReport? Run(ShadowScript script) =>
        ShadowRun.Of(script.Journal, Clinic with { Groups = GroupsOf("101", "102") }, "office", 1, CancellationToken.None);

    private static ImmutableSortedDictionary<string, HuntGroupConfig> GroupsOf(params ImmutableArray<string> phones) =>
        Clinic.Groups.SetItem("office", Clinic.Groups["office"] with { Phones = phones });
}
