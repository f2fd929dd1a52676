using Switchhook.Calls.Journal;
using Switchhook.Flows.LookUps;
using Switchhook.Flows.Trial;
using Switchhook.Tests.Flows.Steps;

namespace Switchhook.Tests.Flows.Trial;

/// <summary>The way on paper is the way of a call: for random flows and callers, who press keys by sound on a simulated line.</summary>
public sealed class TrialPropertyTests
{
    [Theory]
    [InlineData(1, 15)]
    [InlineData(2, 15)]
    public Task Paper_and_call_agree(int seed, int sites) => CompareAsync(seed, sites);

    [Theory]
    [Trait("Length", "long")]
    [InlineData(3, 300)]
    public Task Paper_and_call_agree_often(int seed, int sites) => CompareAsync(seed, sites);

    private static async Task CompareAsync(int seed, int sites)
    {
        var random = new Random(seed);
        var (questions, branches, answers) = (0, 0, 0);
        for (var i = 0; i < sites; i++)
        {
            var text = RandomFlows.Make(random);
            var site = FlowBox.Read(FlowTexts.With(text));
            using var flow = new FlowBox(site);
            var request = RandomFlows.Caller(random);

            flow.Call(request.Number);
            flow.Answer(request.Keys);
            flow.Box.Until(() => flow.IsOver, 600, $"the end of the call through\n{text}");

            var paper = await FlowTrial.RunAsync(
                flow.Site, request with { At = flow.Box.Driver.Time.GetUtcNow() }, default, new NoLookUps());
            var expected = paper.Lines.Where(line => line.Kind == TrialLineKind.Step).Select(line => line.Words).ToList();
            var told = $"{text}\ncaller {request}\npaper:\n{string.Join('\n', expected)}\ncall:\n{string.Join('\n', flow.Told)}";
            Assert.True(expected.SequenceEqual(flow.Told), told);
            var kept = flow.Box.Entries<SurveyAnswered>().Select(Said).ToList();
            var said = paper.Lines.Select(line => line.Words).Where(words => words.StartsWith("Question ", StringComparison.Ordinal));
            Assert.Equal(said, kept);
            answers += kept.Count;
            questions += expected.Count(words => words.StartsWith("Asks ", StringComparison.Ordinal));
            branches += expected.Count(words => words.Contains(": ", StringComparison.Ordinal));
        }

        // Flows in which nothing is decided would prove nothing.
        Assert.True(
            questions > sites && branches > sites && (answers > 0 || sites < 100),
            $"{questions} questions, {branches} decisions, {answers} answers to surveys in {sites} sites");
    }

    private static string Said(SurveyAnswered answer) =>
        $"Question {answer.Question}: the caller answers {answer.Key}{(answer.Meaning is { } words ? $" ({words})" : "")}.";
}
