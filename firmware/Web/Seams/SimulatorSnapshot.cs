using Switchhook.Acd.Signals;
using Switchhook.Hardware.Panel;

namespace Switchhook.Web.Seams;

/// <summary>What all simulated parties do at one moment.</summary>
/// <param name="Lines">In the order of the board's ports.</param>
/// <param name="Phones">In the order of the board's ports.</param>
/// <param name="Lamps">In the order of their names.</param>
public sealed record SimulatorSnapshot(
    IReadOnlyList<SimulatedLineState> Lines, IReadOnlyList<SimulatedPhoneState> Phones, IReadOnlyList<SimulatedLampState> Lamps)
{
    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<SimulatedButtonState> Buttons { get; init; } = [];

    /// <summary>Those that the site file may use, in the order of their names.</summary>
    public IReadOnlyList<SimulatedRelayState> Relays { get; init; } = [];
}

/// <summary>A relay of the simulated board.</summary>
/// <param name="Name">Name in the board file.</param>
/// <param name="IsPulled">True while an alert pulls it.</param>
public sealed record SimulatedRelayState(string Name, bool IsPulled);

/// <summary>A button of the simulated board.</summary>
/// <param name="Name">Name in the board file.</param>
/// <param name="Does">What it does, in words.</param>
/// <param name="Held">True while it is held down.</param>
public sealed record SimulatedButtonState(string Name, string Does, bool Held);

/// <summary>A lamp of the simulated board.</summary>
/// <param name="Name">Name in the board file.</param>
/// <param name="Group">Hunt group or queue whose state it shows; null when it shows none.</param>
/// <param name="Pattern">How it lights.</param>
public sealed record SimulatedLampState(string Name, string? Group, LampPattern Pattern)
{
    /// <summary>True when it is lit by night.</summary>
    public bool ShowsNight { get; init; }

    /// <summary>What the queue is doing whose state it shows; null when it shows none.</summary>
    public QueueSignal? Queue { get; init; }
}

/// <summary>The exchange's end of a line.</summary>
/// <param name="Name">Name in the site file.</param>
/// <param name="Port">Port of the board.</param>
/// <param name="Activity">What it does.</param>
/// <param name="Words">What happened last, for people; "" when nothing has.</param>
/// <param name="Dialled">Digits that the exchange has received from the box in this call; "" when none.</param>
public sealed record SimulatedLineState(string Name, string Port, SimulatedLineActivity Activity, string Words, string Dialled)
{
    /// <summary>What the far end does with the next call out of the box.</summary>
    public FarEnd FarEnd { get; init; }

    /// <summary>Rings before it answers.</summary>
    public int FarEndRings { get; init; }
}

/// <summary>A simulated phone.</summary>
/// <param name="Number">Extension number in the site file.</param>
/// <param name="Port">Port of the board.</param>
/// <param name="Lifted">True while the handset is off.</param>
/// <param name="RingBurst">True while a ring burst lasts; the pauses between are told by the box's own state of the phone.</param>
/// <param name="Words">What happened last, for people; "" when nothing has.</param>
/// <param name="DisplayNumber">Number that its display shows, or a word such as "Withheld"; null when it is empty.</param>
/// <param name="DisplayName">Name that its display shows; null when there is none.</param>
public sealed record SimulatedPhoneState(
    string Number, string Port, bool Lifted, bool RingBurst, string Words, string? DisplayNumber, string? DisplayName);

/// <summary>What the exchange's end of a line does.</summary>
public enum SimulatedLineActivity
{
    /// <summary>Nothing.</summary>
    Idle,

    /// <summary>Rings the box.</summary>
    Ringing,

    /// <summary>The box has taken the line: dial tone, dialling, ringback, or a tone that tells why not.</summary>
    Outgoing,

    /// <summary>A far party is connected.</summary>
    InCall,

    /// <summary>The far party has hung up and the box has not.</summary>
    Clearing,

    /// <summary>The plug is pulled.</summary>
    Unplugged,
}
