using System.Collections.Immutable;
using Switchhook.Calls.Journal;
using Switchhook.Flows.Announcing;
using Switchhook.Flows.Prompts;
using Switchhook.Hardware.Simulated;
using Switchhook.Site;
using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Codes;

/// <summary>A box whose phones dial codes. It says each of its sentences as half a second of a tone of 1500 Hz.</summary>
internal sealed class CodeBox(SiteModel site) : IDisposable
{
    public TestBox Box { get; } = new(site, Spoken(site));

    public void Dispose() => Box.Dispose();

    /// <summary>The ends of calls so far.</summary>
    public IEnumerable<CallEnded> Ends() => Box.Entries<CallEnded>();

    /// <summary>Lifts a phone, and dials.</summary>
    public void Dial(int phone, string digits)
    {
        Box.Phone(phone).Lift();
        Box.Advance(1);
        Box.Phone(phone).Dial(digits);
    }

    /// <summary>Dials a code, gives it time, and hangs up.</summary>
    public void Code(int phone, string digits)
    {
        Dial(phone, digits);
        Box.Advance(6);
        Box.Phone(phone).HangUp();
        Box.Advance(1);
    }

    /// <summary>Puts a call on hold, and dials.</summary>
    public void FlashAndDial(int phone, string digits)
    {
        Box.Phone(phone).Flash(TimeSpan.FromMilliseconds(500));
        Box.Advance(2);
        Box.Phone(phone).Dial(digits);
    }

    /// <summary>A caller rings on line 1, and phone 101 answers.</summary>
    public void TakeCaller()
    {
        Box.Line(1).Ring(new SimulatedCaller { Number = "3125550142" });
        Box.Until(() => Box.Phone(1).IsRinging, 15, "Phone 101 rings");
        Box.Phone(1).Lift();
        Box.Until(() => Box.Entries<CallConnected>().Any(), 5, "The two talk");
        Box.Advance(2);
    }

    private static PromptLibrary Spoken(SiteModel site)
    {
        ReadOnlyMemory<short> sentence =
            Enumerable.Range(0, 4000).Select(n => (short)(8000 * Math.Sin(2 * Math.PI * 1500 * n / 8000))).ToArray();
        var spoken = Phrase.NeededBy(site).ToImmutableDictionary(phrase => phrase, _ => sentence);
        return PromptLibrary.Empty with { Announcements = new Announcements(spoken, _ => "it is not there") };
    }
}
