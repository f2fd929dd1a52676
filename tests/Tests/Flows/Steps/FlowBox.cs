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

    public FlowBox(SiteModel site)
    {
        Site = new SiteInForce(site, CountryTable.Get(site.Country), Spoken(site));
        Box = new TestBox(site, Site.Prompts);
    }

    public SiteInForce Site { get; }

    public TestBox Box { get; }

    /// <summary>What the flow of the first call has told, without what lines and phones did.</summary>
    public IReadOnlyList<string> Told =>
        [.. Box.Entries<StepTaken>().Where(step => step.Step == "flow").Select(step => step.Why)];

    public bool IsOver => Box.Entries<CallEnded>().Any();

    public void Dispose() => Box.Dispose();

    public void Call(string? number) => Box.Line(1).Ring(new SimulatedCaller { Number = number });

    /// <summary>Answers the questions of the flow, one after the other, and hears the rest.</summary>
    /// <param name="answers">Keys; null to say nothing.</param>
    public void Answer(IReadOnlyList<string?> answers)
    {
        var asked = 0;
        foreach (var answer in answers)
        {
            Box.Until(() => Questions > asked || IsOver, 120, "the next question, or the end");
            if (Questions == asked)
            {
                return;
            }

            asked++;
            Box.Advance(1.2);
            if (answer is not null)
            {
                Box.Line(1).PressKeys(answer);
                Box.Advance((0.14 * answer.Length) + AfterKeys);
            }
        }
    }

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
