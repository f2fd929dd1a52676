using Switchhook.Web.Seams;

namespace Switchhook.Web.Simulator;

/// <summary>Every command that page and API have, by the name that both use in their addresses.</summary>
internal static class SimulatorCommands
{
    private const string RingWords =
        "Rings the line from the exchange. The caller says the sample or the WAV file as soon as the call is answered.";

    private const string CallsOutWords =
        "Says what the far end does when the box calls out: answers (after so many rings, saying the sample or the WAV file), noAnswer, "
        + "busy, congestion or unobtainable.";

    private const string Keys = "0123456789*#ABCD";

    /// <summary>Commands to a line.</summary>
    public static readonly IReadOnlyList<PartyCommand> OfLines =
    [
        new("ring", RingWords, (driver, line, input) =>
        {
            var (caller, speech) = (input.Caller(), input.Speech(driver.Samples, required: false));
            return WhenRight(input, () => driver.Ring(line, caller, speech));
        }),
        new("hang-up", "The caller hangs up.", (driver, line, _) => driver.HangUpLine(line)),
        new("press", "The caller presses keys.", (driver, line, input) =>
        {
            var digits = input.Digits(Keys, "0 to 9, *, #, A to D");
            return WhenRight(input, () => driver.Press(line, digits));
        }),
        new("speak", "The caller says a sample or a WAV file.", (driver, line, input) =>
            Speak(driver, new SimulatedParty(true, line), input)),
        new("calls-out", CallsOutWords, (driver, line, input) =>
        {
            var callsOut = input.CallsOut(driver.Samples);
            return WhenRight(input, () => driver.SetCallsOut(line, callsOut!));
        }),
        new("unplug", "Pulls the line's plug.", (driver, line, _) => driver.SetPlugged(line, false)),
        new("plug", "Puts the line's plug back.", (driver, line, _) => driver.SetPlugged(line, true)),
    ];

    /// <summary>Commands to a phone.</summary>
    public static readonly IReadOnlyList<PartyCommand> OfPhones =
    [
        new("lift", "Lifts the handset.", (driver, phone, _) => driver.SetLifted(phone, true)),
        new("dial", "Dials with keys, or with pulses.", (driver, phone, input) =>
        {
            var digits = input.Pulses ? input.Digits(Keys[..10], "0 to 9") : input.Digits(Keys[..12], "0 to 9, * and #");
            return WhenRight(input, () => driver.Dial(phone, digits, input.Pulses));
        }),
        new("flash", "Presses the recall key.", (driver, phone, _) => driver.Flash(phone)),
        new("speak", "Says a sample or a WAV file into the handset.", (driver, phone, input) =>
            Speak(driver, new SimulatedParty(false, phone), input)),
        new("hang-up", "Puts the handset down.", (driver, phone, _) => driver.SetLifted(phone, false)),
    ];

    /// <summary>Commands to a button of the board.</summary>
    public static readonly IReadOnlyList<PartyCommand> OfButtons =
    [
        new("press", "Presses the button for a moment.", (driver, button, _) => driver.PressButton(button)),
        new("hold", "Holds the button down.", (driver, button, _) => driver.HoldButton(button, held: true)),
        new("let-go", "Lets the button go.", (driver, button, _) => driver.HoldButton(button, held: false)),
    ];

    private static string? Speak(ISimulatorDriver driver, SimulatedParty party, PartyInput input)
    {
        var speech = input.Speech(driver.Samples, required: true);
        return WhenRight(input, () => driver.Speak(party, speech!));
    }

    private static string? WhenRight(PartyInput input, Func<string?> command) =>
        input.Mistakes.Count == 0 ? command() : null;
}

/// <summary>A command to a line, a phone or a button.</summary>
/// <param name="Name">Last part of its address.</param>
/// <param name="Summary">What it does, for the OpenAPI document.</param>
/// <param name="Run">Does it, unless the input holds mistakes; returns why not.</param>
internal sealed record PartyCommand(
    string Name, string Summary, Func<ISimulatorDriver, string, PartyInput, string?> Run);
