using System.Collections.Immutable;
using Switchhook.Audio;
using Switchhook.Calls.Journal;
using Switchhook.Flows;
using Switchhook.Flows.Prompts;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Simulated;
using Switchhook.Site;
using Switchhook.Testing;
using Switchhook.Tests.Site;

namespace Switchhook.Tests.Flows.Steps;

/// <summary>A whole box with flows, and a caller on its first line who presses keys by sound.</summary>
internal sealed class FlowBox : IDisposable
{
    /// <summary>Between two keys of one answer: DTMF of the simulated caller is 70 ms on and off.</summary>
    private const double AfterKeys = 0.4;

    private int _asked;
    private int _ended;

    public FlowBox(SiteModel site)
        : this(site, Spoken(site), prompts => new TestBox(site, prompts))
    {
    }

    /// <summary>A box with prompts of its own.</summary>
    public FlowBox(SiteModel site, PromptLibrary prompts, Func<PromptLibrary, TestBox> make)
    {
        Site = new SiteInForce(site, CountryTable.Get(site.Country), prompts);
        Box = make(prompts);
    }

    public SiteInForce Site { get; }

    public TestBox Box { get; }

    /// <summary>What the flow of the first call has told, without what lines and phones did.</summary>
    public IReadOnlyList<string> Told =>
        [.. Box.Entries<StepTaken>().Where(step => step.Step == "flow").Select(step => step.Why)];

    /// <summary>True when a call has ended since the last caller rang.</summary>
    public bool IsOver => Ended > _ended;

    public void Dispose() => Box.Dispose();

    public void Call(string? number, int line = 1)
    {
        _asked = Questions;
        _ended = Ended;
        Box.Line(line).Ring(new SimulatedCaller { Number = number });
    }

    /// <summary>Answers the questions of the flow, one after the other, and hears the rest.</summary>
    /// <param name="answers">Keys; null to say nothing.</param>
    /// <param name="line">The line of the caller.</param>
    public void Answer(IReadOnlyList<string?> answers, int line = 1)
    {
        foreach (var answer in answers)
        {
            Box.Until(() => Questions > _asked || IsOver, 120, "the next question, or the end");
            if (Questions == _asked)
            {
                return;
            }

            _asked++;
            Box.Advance(1.2);
            if (answer is not null)
            {
                Box.Line(line).PressKeys(answer);
                Box.Advance((0.14 * answer.Length) + AfterKeys);
            }
        }
    }

    private int Ended => Box.Entries<CallEnded>().Count();

    private int Questions => Told.Count(words => words.StartsWith("Asks ", StringComparison.Ordinal));

    /// <summary>The site of a text; its prompts are tones.</summary>
    public static SiteModel Read(string text)
    {
        var result = SiteTexts.Read(text);
        Assert.True(result.Model is not null, string.Join('\n', result.Mistakes));
        return result.Model!;
    }

    // A second of sound for each prompt: enough to be interrupted.
    private static PromptLibrary Spoken(SiteModel site)
    {
        var tone = Enumerable.Range(0, 8000).Select(n => (short)(4000 * Math.Sin(n * 0.3))).ToArray();
        return PromptLibrary.Empty with
        {
            Prompts = site.Prompts.Keys.ToImmutableDictionary(name => name, name => new Prompt(name, tone)),
        };
    }
}
