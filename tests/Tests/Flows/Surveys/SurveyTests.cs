using Switchhook.Acd;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Flows.LookUps;
using Switchhook.Flows.Trial;
using Switchhook.Testing;
using Switchhook.Tests.Flows.Steps;

namespace Switchhook.Tests.Flows.Surveys;

/// <summary>Callers who are asked by key how it was: after a talk, and by a step of a flow.</summary>
public sealed class SurveyTests
{
    private const string Queue = """
          day: [{queue: sales}, {play: sorry}]
        """;

    [Fact]
    public void Who_is_still_there_when_the_agent_hangs_up_is_asked()
    {
        using var flow = Talking();
        flow.Box.Phone(1).HangUp();
        flow.Answer(["3", "3"]);
        flow.Box.Until(() => flow.IsOver, 30, "the survey is over");

        var asked = flow.Box.Entries<SurveyAsked>().Single();
        Assert.Equal(("opinion", "sales", "ana"), (asked.Survey, asked.Queue, asked.Agent));
        Assert.Equal(["kind 3  3", "again 3 no "], Answers(flow));
        Assert.All(
            flow.Box.Entries<SurveyAnswered>(), one => Assert.Equal((asked.Asking, "sales", "ana"), (one.Asking, one.Queue, one.Agent)));
        Assert.Equal(CauseCode.FlowEnded, flow.Box.Entries<CallEnded>().Single().Cause.Code);

        // The talk ended when the agent hung up, and nobody was passed on.
        var story = flow.Box.Journal.Select(one => one.Entry).ToList();
        Assert.True(story.FindIndex(one => one is QueueTalkEnded) < story.FindIndex(one => one is SurveyAsked));
        Assert.False(flow.Box.Entries<QueueTalkEnded>().Single().Transferred);
    }

    [Fact]
    public void The_agent_has_the_next_caller_meanwhile()
    {
        using var flow = Talking("wrap-up: 0 s");
        flow.Box.Line(2).Ring(new() { Number = "3125550143" });
        flow.Box.Until(() => flow.Box.Entries<QueueEntered>().Count() == 2, 20, "the second caller waits");
        flow.Box.Phone(1).HangUp();
        flow.Box.Until(() => flow.Box.Entries<SurveyAsked>().Any() && flow.Box.Phone(1).IsRinging, 5, "the agent is rung again");
        flow.Box.Phone(1).Lift();
        flow.Box.Until(() => flow.Box.Entries<QueueJoined>().Count() == 2, 3, "the agent has the second caller");
        Assert.False(flow.IsOver);

        flow.Answer([null, "1", "2"]);
        flow.Box.Until(() => flow.IsOver, 30, "the survey is over");
        Assert.Equal(["kind 1  3", "again 2 yes "], Answers(flow));
        Assert.Equal(AgentState.Talking, flow.Box.Core.Queues.Engine.Agent("ana")!.State);
    }

    [Fact]
    public void The_agent_finishes_the_call_as_ever()
    {
        using var flow = Talking("wrap-up: 15 s");
        flow.Box.Phone(1).HangUp();
        flow.Box.Until(() => flow.Box.Entries<SurveyAsked>().Any(), 5, "the caller is asked");
        Assert.Equal(AgentState.WrapUp, flow.Box.Core.Queues.Engine.Agent("ana")!.State);
        flow.Box.Advance(15);
        Assert.Equal(AgentState.Available, flow.Box.Core.Queues.Engine.Agent("ana")!.State);
    }

    [Fact]
    public void Who_hangs_up_before_the_agent_is_not_asked()
    {
        using var flow = Talking();
        flow.Box.Line(1).HangUp();
        flow.Box.Until(() => flow.IsOver, 20, "the call ends");
        Assert.Empty(flow.Box.Entries<SurveyAsked>());
        Assert.Equal(CauseCode.HungUp, flow.Box.Entries<CallEnded>().Single().Cause.Code);
    }

    [Fact]
    public void Who_hangs_up_among_the_questions_has_answered_what_he_has()
    {
        using var flow = Talking();
        flow.Box.Phone(1).HangUp();
        flow.Answer(["2"]);
        flow.Box.Line(1).HangUp();
        flow.Box.Until(() => flow.IsOver, 20, "the call ends");
        Assert.Equal(["kind 2  3"], Answers(flow));
        Assert.Equal(CauseCode.HungUp, flow.Box.Entries<CallEnded>().Single().Cause.Code);
    }

    [Fact]
    public void Wrong_keys_lead_to_the_next_question_and_silence_ends_the_survey()
    {
        using var flow = Talking();
        flow.Box.Phone(1).HangUp();
        flow.Answer(["9", "8", null, null]);
        flow.Box.Until(() => flow.IsOver, 30, "the survey is over");
        Assert.Equal(
            [
                "Asks question kind (1 of 2).",
                "The caller presses 9, which does not fit.",
                "Asks question kind (2 of 2).",
                "The caller presses 8, which does not fit.",
                "Asks question again (1 of 2).",
                "The caller presses nothing.",
                "Asks question again (2 of 2).",
                "The caller presses nothing.",
                "The caller says nothing more: the survey is over.",
            ],
            flow.Told.Skip(2));
        Assert.Empty(Answers(flow));
    }

    [Fact]
    public void Silence_at_the_first_question_leaves_the_others_out()
    {
        using var flow = Talking();
        flow.Box.Phone(1).HangUp();
        flow.Box.Until(() => flow.IsOver, 40, "the survey is over");
        Assert.DoesNotContain(flow.Told, words => words.Contains("question again", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_was_passed_on_is_not_asked()
    {
        using var flow = Talking();
        var box = flow.Box;
        box.Phone(1).Flash(TimeSpan.FromMilliseconds(500));
        box.Advance(2);
        box.Phone(1).Dial("102");
        box.Until(() => box.Phone(2).IsRinging, 10, "Phone 102 rings");
        box.Phone(2).Lift();
        box.Advance(2);
        box.Phone(1).HangUp();
        box.Advance(3);
        Assert.True(box.Entries<QueueTalkEnded>().Single().Transferred);
        box.Phone(2).HangUp();
        box.Until(() => flow.IsOver, 10, "the call ends");
        Assert.Empty(box.Entries<SurveyAsked>());
    }

    [Theory]
    [InlineData("911", "", "The caller is not asked: the call is one for help.")]
    [InlineData("3125550142", "share: 1 %", "The caller is not asked: 1 % of the callers are.")]
    public void Who_is_not_asked_and_why_is_told(string number, string share, string why)
    {
        using var flow = Talking(survey: share, number: number);
        flow.Box.Phone(1).HangUp();
        flow.Box.Until(() => flow.IsOver, 10, "the call ends with the talk");
        Assert.Contains(flow.Box.Entries<StepTaken>(), step => step.Why == why);
        Assert.Empty(flow.Box.Entries<SurveyAsked>());
    }

    [Fact]
    public void A_step_asks_and_the_flow_goes_on()
    {
        using var flow = new FlowBox(FlowBox.Read(FlowTexts.With("""
              day: [{survey: opinion}, {play: sorry}]
            """)));
        flow.Call("3125550142");
        flow.Answer(["1", "2"]);
        flow.Box.Until(() => flow.IsOver, 30, "the call ends");
        Assert.Equal(["kind 1  3", "again 2 yes "], Answers(flow));
        Assert.All(flow.Box.Entries<SurveyAnswered>(), one => Assert.Equal((null, null), (one.Queue, one.Agent)));
        Assert.Equal("Plays prompt sorry.", flow.Told[^1]);
    }

    [Fact]
    public async Task On_paper_the_same_is_asked_as_in_the_call()
    {
        using var flow = Talking();
        flow.Box.Phone(1).HangUp();
        flow.Answer(["9", "2", "2"]);
        flow.Box.Until(() => flow.IsOver, 30, "the survey is over");

        var request = TrialReader.Read("3125550142 press 9 2 2", flow.Site.Model, out _);
        var paper = await FlowTrial.RunAsync(flow.Site, request!, flow.Box.Driver.Time.GetUtcNow(), new NoLookUps());
        Assert.Equal(flow.Told, paper.Lines.Where(line => line.Kind == TrialLineKind.Step).Select(line => line.Words));
        Assert.Equal(
            ["Question kind: the caller answers 2.", "Question again: the caller answers 2 (yes)."],
            paper.Lines.Select(line => line.Words).Where(words => words.StartsWith("Question ", StringComparison.Ordinal)));
        Assert.Equal("The call is over: The talk is over, and the survey after it.", paper.Lines[^1].Words);
    }

    private static IEnumerable<string> Answers(FlowBox flow) =>
        flow.Box.Entries<SurveyAnswered>().Select(one => $"{one.Question} {one.Key} {one.Meaning} {one.Best}");

    /// <summary>Ana has answered a caller.</summary>
    private static FlowBox Talking(string queue = "wrap-up: 10 s", string survey = "", string number = "3125550142")
    {
        var flow = new FlowBox(FlowBox.Read(FlowTexts.With(Queue)
            .Replace("sales: {agents: [ana, bo],", $"sales: {{agents: [ana, bo], survey: opinion, {queue},", StringComparison.Ordinal)
            .Replace("    tries: 2\n", $"    tries: 2\n    {survey}\n", StringComparison.Ordinal)
            .Replace("route: day}\n", "route: day}\n  main-2: {port: fxo2, route: day}\n", StringComparison.Ordinal)));
        LogIn(flow.Box);
        flow.Call(number);
        flow.Box.Until(() => flow.Box.Phone(1).IsRinging, 30, "the agent is rung");
        flow.Box.Phone(1).Lift();
        flow.Box.Until(() => flow.Box.Entries<QueueJoined>().Any(), 3, "agent and caller talk");
        flow.Box.Advance(2);
        return flow;
    }

    private static void LogIn(TestBox box)
    {
        box.Phone(1).Lift();
        box.Advance(1.5);
        box.Phone(1).Dial("*4111");
        box.Advance(3);
        box.Phone(1).HangUp();
        box.Until(() => box.Core.Queues.Engine.Agent("ana")?.State == AgentState.Available, 5, "Ana is logged in");
    }
}
