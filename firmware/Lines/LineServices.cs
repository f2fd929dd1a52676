using Switchhook.Audio;
using Switchhook.Calls;
using Switchhook.Calls.Journal;
using Switchhook.Calls.Loop;
using Switchhook.Hardware.Countries;

namespace Switchhook.Lines;

/// <summary>What every analog line and phone of the box shares.</summary>
/// <param name="Country">Whose tones, cadences and timings hold.</param>
/// <param name="Loop">Where all line logic runs.</param>
/// <param name="Media">Makes the channels of legs.</param>
/// <param name="Ids">Makes the ids of legs.</param>
/// <param name="Journal">Where changes of state are written.</param>
public sealed record LineServices(Country Country, ControlLoop Loop, IMediaEngine Media, IdSource Ids, CallJournal Journal);
