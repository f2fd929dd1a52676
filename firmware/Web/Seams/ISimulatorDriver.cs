namespace Switchhook.Web.Seams;

/// <summary>The simulated exchange and the simulated phones, as the page and the API move them.</summary>
/// <remarks>
/// Any thread; returns at once. Commands return null when they were given, or one plain sentence that tells why not and what to do (such as
/// "Phone 101 is on-hook; lift it first."). The web passes only lines and phones of <see cref="Snapshot"/>.
/// </remarks>
public interface ISimulatorDriver
{
    /// <summary>Spoken samples that can be chosen.</summary>
    IReadOnlyList<SpokenSample> Samples { get; }

    /// <summary>What all simulated parties do now; asked 4 times a second by each open page.</summary>
    SimulatorSnapshot Snapshot();

    /// <summary>Rings a line from the exchange.</summary>
    /// <param name="line">Name in the site file.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="speech">What the caller says as soon as the call is answered; null says nothing.</param>
    string? Ring(string line, CallerToRing caller, Speech? speech);

    /// <summary>The far party of a line hangs up.</summary>
    string? HangUpLine(string line);

    /// <summary>Pulls the line's plug, or puts it back.</summary>
    string? SetPlugged(string line, bool plugged);

    /// <summary>The far party of a line presses keys.</summary>
    /// <param name="line">Name in the site file.</param>
    /// <param name="digits">1 to 32 of 0 to 9, * and #, A to D; checked by the web.</param>
    string? Press(string line, string digits);

    /// <summary>Says what happens to calls out on a line from now on; one that goes on is not changed.</summary>
    string? SetCallsOut(string line, CallsOut callsOut);

    /// <summary>Lifts a phone's handset, or puts it down.</summary>
    string? SetLifted(string phone, bool lifted);

    /// <summary>Dials on a phone.</summary>
    /// <param name="phone">Extension number.</param>
    /// <param name="digits">1 to 32 of 0 to 9, * and #; pulses take 0 to 9 only. Checked by the web.</param>
    /// <param name="pulses">True for a dial, false for keys.</param>
    string? Dial(string phone, string digits, bool pulses);

    /// <summary>Presses a phone's recall key (hook flash).</summary>
    string? Flash(string phone);

    /// <summary>Presses a button of the board for a moment.</summary>
    /// <param name="button">Name in the board file.</param>
    string? PressButton(string button);

    /// <summary>Holds a button of the board down, or lets it go.</summary>
    /// <param name="button">Name in the board file.</param>
    /// <param name="held">True to hold it.</param>
    string? HoldButton(string button, bool held);

    /// <summary>A party speaks; what it was saying before is cut short.</summary>
    string? Speak(SimulatedParty party, Speech speech);

    /// <summary>What a party has heard in this call or the last one: 8 kHz mono, linear 16 bit; empty when nothing.</summary>
    ReadOnlyMemory<short> Heard(SimulatedParty party);

    /// <summary>What a party has heard after a place that was told before, up to now; asked 10 times a second by each listener.</summary>
    HeardSound HeardAfter(SimulatedParty party, HeardMark mark);
}

/// <summary>Who rings a line.</summary>
/// <param name="Number">1 to 20 digits with an optional leading +; null sends none.</param>
/// <param name="Name">1 to 40 characters without control characters; null sends none.</param>
/// <param name="Withheld">True when the caller forbids to show who it is; number and name are null then.</param>
public sealed record CallerToRing(string? Number, string? Name, bool Withheld);

/// <summary>What a party says: exactly one of the two is set.</summary>
/// <param name="Sample">Name of one of <see cref="ISimulatorDriver.Samples"/>; checked by the web.</param>
/// <param name="Wav">A whole WAV file of at most 10 MB, of any rate; the driver reads it and refuses what it cannot read.</param>
public sealed record Speech(string? Sample, ReadOnlyMemory<byte>? Wav);

/// <summary>A sample that can be spoken.</summary>
/// <param name="Name">Short name, such as <c>appointment</c>.</param>
/// <param name="Words">What is said.</param>
public sealed record SpokenSample(string Name, string Words);

/// <summary>A simulated party.</summary>
/// <param name="IsLine">True for the far end of a line, false for a phone.</param>
/// <param name="Name">Name of the line or number of the phone.</param>
public readonly record struct SimulatedParty(bool IsLine, string Name);
