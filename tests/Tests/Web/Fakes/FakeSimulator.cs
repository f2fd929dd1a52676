using Switchhook.Hardware.Panel;
using Switchhook.Web.Seams;

namespace Switchhook.Tests.Web.Fakes;

/// <summary>Writes down what it was told; refuses when a test says so.</summary>
internal sealed class FakeSimulator : ISimulatorDriver
{
    public List<string> Told { get; } = [];

    public string? Refusal { get; set; }

    public Speech? LastSpeech { get; private set; }

    public SimulatorSnapshot State { get; set; } = new(
        [
            new("main-1", "fxo1", SimulatedLineActivity.Idle, "", ""),
            new("main-2", "fxo2", SimulatedLineActivity.Idle, "", ""),
        ],
        [
            new("101", "fxs1", false, false, "", null, null),
            new("102", "fxs2", false, false, "", null, null),
            new("103", "fxs3", false, false, "", null, null),
        ],
        [new("desk-lamp", null, LampPattern.Off)])
    {
        Buttons = [new SimulatedButtonState("night", "night when pressed", Held: false)],
    };

    public IReadOnlyList<SpokenSample> Samples { get; } =
    [
        new("appointment", "Hello, this is Ann Clark. I would like to make an appointment for Thursday morning."),
        new("yes", "Yes, please."),
    ];

    public short[] Sound { get; set; } = [1, -2, 3];

    public SimulatorSnapshot Snapshot() => State;

    public string? Ring(string line, CallerToRing caller, Speech? speech)
    {
        LastSpeech = speech;
        return Tell($"ring {line} number {caller.Number ?? "none"} name {caller.Name ?? "none"}{(caller.Withheld ? " withheld" : "")}");
    }

    public string? HangUpLine(string line) => Tell($"hang up {line}");

    public string? SetPlugged(string line, bool plugged) => Tell($"{(plugged ? "plug" : "unplug")} {line}");

    public string? Press(string line, string digits) => Tell($"press {line} {digits}");

    public string? SetCallsOut(string line, CallsOut callsOut)
    {
        LastSpeech = callsOut.Speech;
        return Tell($"calls out on {line}: {callsOut.FarEnd}, {callsOut.Rings} rings");
    }

    public string? SetLifted(string phone, bool lifted) => Tell($"{(lifted ? "lift" : "hang up")} {phone}");

    public string? Dial(string phone, string digits, bool pulses) => Tell($"dial {phone} {digits}{(pulses ? " with pulses" : "")}");

    public string? PressButton(string button) => Tell($"press button {button}");

    public string? HoldButton(string button, bool held) => Tell($"{(held ? "hold" : "let go")} button {button}");

    public string? Flash(string phone) => Tell($"flash {phone}");

    public string? Speak(SimulatedParty party, Speech speech)
    {
        LastSpeech = speech;
        return Tell($"speak {party.Name}");
    }

    public ReadOnlyMemory<short> Heard(SimulatedParty party) => Sound;

    public HeardSound HeardAfter(SimulatedParty party, HeardMark mark) =>
        new(Sound.AsMemory((int)mark.Position), new HeardMark(1, Sound.Length));

    private string? Tell(string what)
    {
        Told.Add(what);
        return Refusal;
    }
}
