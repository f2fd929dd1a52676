using Switchhook.Flows.LookUps;
using Switchhook.Flows.Trial;
using Switchhook.Tests.Flows.Steps;

namespace Switchhook.Tests.Flows.Trial;

/// <summary>Callers on paper.</summary>
public sealed class TrialTests
{
    private const string Flows = """
          day:
            - hours: {name: office, closed: [{play: sorry}, hang-up]}
            - menu: {prompt: main, keys: {1: sales, 2: [{ring: desk}]}, else: sales}
            - play: sorry
          sales: [{queue: sales}, {play: sorry}]
        """;

    [Fact]
    public async Task The_way_is_told_step_by_step_with_what_the_caller_hears()
    {
        var result = await TryAsync("+13125550142 at 2026-11-26T10:00 press 9 2 unanswered");
        Assert.Equal(
            [
                "Step: The call goes through flow day.",
                "Step: Hours office are open: until 17:00. Open: next step.",
                "Step: Asks menu main (1 of 3).",
                "Heard: For sales press one.",
                "Step: The caller presses 9, which does not fit.",
                "Step: Asks menu main (2 of 3).",
                "Heard: That is not one of the choices.",
                "Heard: For sales press one.",
                "Step: The caller presses 2: (ring desk).",
                "Step: Next: ring desk.",
                "Outcome: Phones 101, 102 ring (ring-all).",
                "Outcome: Nobody answers.",
                "Step: Plays prompt sorry.",
                "Heard: Sorry.",
                "Outcome: The call is over: Flow day has no more steps.",
            ],
            result.Lines.Select(line => $"{line.Kind}: {line.Words}"));
        Assert.Equal([("day", "1"), ("day", "2"), ("day", "2/2/1"), ("day", "3")], result.Steps);
    }

    [Fact]
    public async Task A_caller_who_comes_too_late_hears_so()
    {
        var result = await TryAsync("unknown at 2026-11-26T17:00");
        Assert.Contains(result.Lines, line => line.Words.StartsWith("Hours office are closed: ", StringComparison.Ordinal));
        Assert.Equal("The call is over: Flow day hangs up.", result.Lines[^1].Words);
    }

    [Theory]
    [InlineData("+1312x", "\"+1312x\" is neither a number nor one of the words from, on, to, at, night, press, silent, unanswered.")]
    [InlineData("at tomorrow", "\"tomorrow\" is no time.")]
    [InlineData("at", "\"at\" stands without what comes after it.")]
    [InlineData("on main-9", "There is no line or trunk \"main-9\". Write one of: main-1.")]
    [InlineData("press", "\"press\" stands without keys.")]
    public void What_cannot_be_read_is_told_with_its_cure(string text, string mistake)
    {
        Assert.Null(TrialReader.Read(text, FlowBox.Read(FlowTexts.With(Flows)), out var told));
        Assert.StartsWith(mistake, told, StringComparison.Ordinal);
    }

    [Fact]
    public void All_words_are_read()
    {
        var read = TrialReader.Read(
            "from 3125550142 on main-1 to 5550100 at 2026-12-24 night press 1 - 22# silent unanswered",
            FlowBox.Read(FlowTexts.With(Flows)),
            out _);
        Assert.NotNull(read);
        Assert.Equal(("3125550142", "main-1", "5550100"), (read.Number, read.Line, read.Dialled));
        Assert.True(read is { IsNight: true, IsUnanswered: true });
        Assert.Equal(["1", null, "22#", null], read.Keys);
        Assert.Equal(new DateTimeOffset(2026, 12, 24, 6, 0, 0, TimeSpan.Zero), read.At);
    }

    private static async Task<TrialResult> TryAsync(string text)
    {
        using var flow = new FlowBox(FlowBox.Read(FlowTexts.With(Flows)));
        var request = TrialReader.Read(text, flow.Site.Model, out var mistake);
        Assert.Null(mistake);
        return await FlowTrial.RunAsync(flow.Site, request!, flow.Box.Driver.Time.GetUtcNow(), new NoLookUps());
    }
}
