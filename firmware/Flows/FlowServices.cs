using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Live;
using Switchhook.Calls.Loop;
using Switchhook.Flows.LookUps;
using Switchhook.Flows.Prompts.Recording;
using Switchhook.Flows.Talking;

namespace Switchhook.Flows;

/// <summary>What every flow works with.</summary>
/// <param name="Loop">The control loop, on which all of this runs.</param>
/// <param name="Media">Makes channels and bridges.</param>
/// <param name="Calls">Begins calls.</param>
/// <param name="Recorder">Records them.</param>
/// <param name="Stations">The lines and phones in force.</param>
public sealed record FlowServices(ControlLoop Loop, IMediaEngine Media, CallTable Calls, ICallRecorder Recorder, IStations Stations)
{
    /// <summary>Looks values up in the tables of the site.</summary>
    public ILookUps LookUps { get; init; } = new NoLookUps();

    /// <summary>Sound that comes in at devices, for music on hold.</summary>
    public ILineIns LineIns { get; init; } = new NoLineIns();

    /// <summary>Keeps announcements that are recorded at a phone.</summary>
    public IPromptKeeper PromptKeeper { get; init; } = new NoPromptKeeper();

    /// <summary>How a phone stands, by its number: not to be disturbed, or its calls go on.</summary>
    public Func<string, Diversion> DiversionOf { get; init; } = _ => Diversion.None;

    /// <summary>Chance: which callers are asked.</summary>
    public Random Random { get; init; } = new(1);

    /// <summary>Gives a secret by its name, such as a PIN; null when there is none.</summary>
    public Func<string, string?> Secret { get; init; } = _ => null;

    /// <summary>True for so many percent of the callers, by chance.</summary>
    internal bool IsAmong(int share) => Random.Next(100) < share;
}
